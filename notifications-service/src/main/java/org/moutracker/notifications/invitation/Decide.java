package org.moutracker.notifications.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.InvitationContent.News;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.meeting.InvitedAs;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.meeting.MeetingStatus;

/**
 * Decides which letter is owed, from what the meeting is and what the reader may know of it. What has happened in between
 * does not matter: who hears of it twice, late or not at all arrives at the same.
 */
final class Decide {

    private Decide() {}

    /** What is to be done about his calendar: it shows the meeting as long as that is convened with him. */
    static Owed calendar(Meeting meeting, Invitee invitee, Instant now) {
        var history = invitee.history().ofCalendar();
        if (!invitee.reachable()) {
            return silence(history);
        }
        return switch (meeting.status()) {
            case CONVENED ->
                invitee.invited() ? invite(meeting, history, now) : withdraw(meeting, history, News.UNINVITED);
            case PLANNED, POSTPONED -> withdraw(meeting, history, invitee.invited() ? News.POSTPONED : News.UNINVITED);
            case CANCELLED -> withdraw(meeting, history, News.CANCELLED);
            case VOIDED -> withdraw(meeting, history, News.VOIDED);
            // It has been; what calendars say of it does not matter any more.
            case HELD, MINUTES_CIRCULATED, MINUTES_AGREED, MINUTES_DISPUTED -> silence(history);
        };
    }

    private static Owed invite(Meeting meeting, History history, Instant now) {
        var startsAt = meeting.startsAt();
        if (startsAt == null) {
            return withdraw(meeting, history, News.POSTPONED);
        }
        if (!startsAt.isAfter(now)) {
            return silence(history);
        }
        var fingerprint = Fingerprint.of(meeting);
        var known = history.known();
        if (isInvitation(known, fingerprint)) {
            // What stands beside it is something else that he has not heard yet, and need not.
            return silence(history);
        }
        // It waits already, or is known not to arrive.
        if (isInvitation(history.standing(), fingerprint)) {
            return new Owed.Nothing();
        }
        return new Owed.Invitation(sequence(meeting, known));
    }

    private static boolean isInvitation(@Nullable Sent letter, String fingerprint) {
        return letter != null
                && letter.kind() == LetterKind.REQUEST
                && letter.fingerprint().equals(fingerprint);
    }

    /**
     * The meeting's own, unless his calendar has seen that: then the next, or his calendar would take what is new for old.
     * Where only words have changed it stays, and the time stamp tells which is later (RFC 5546, 2.1.4).
     */
    private static int sequence(Meeting meeting, @Nullable Sent known) {
        if (known == null) {
            return meeting.sequence();
        }
        var rises = known.kind() == LetterKind.CANCEL || meeting.sequence() > known.meetingSequence();
        return Math.max(meeting.sequence(), rises ? known.sequence() + 1 : known.sequence());
    }

    private static Owed withdraw(Meeting meeting, History history, News why) {
        var known = history.known();
        if (known == null || known.kind() == LetterKind.CANCEL) {
            return silence(history);
        }
        var standing = history.standing();
        return standing != null && standing.kind() == LetterKind.CANCEL
                ? new Owed.Nothing()
                : new Owed.Withdrawal(Math.max(meeting.sequence(), known.sequence() + 1), why);
    }

    /** Members are told of each round of minutes, once. */
    static Owed minutes(Meeting meeting, Invitee invitee) {
        var history = invitee.history().ofMinutes();
        var minutes = meeting.minutes();
        if (!invitee.reachable()
                || !invitee.invited()
                || invitee.as() != InvitedAs.MEMBER
                || meeting.status() != MeetingStatus.MINUTES_CIRCULATED
                || minutes == null) {
            return silence(history);
        }
        var standing = history.standing();
        return standing != null && standing.sequence() == minutes.round()
                ? new Owed.Nothing()
                : new Owed.Minutes(minutes.round());
    }

    private static Owed silence(History history) {
        var standing = history.standing();
        return standing != null && standing.fate() == Fate.WAITING ? new Owed.Silence() : new Owed.Nothing();
    }
}
