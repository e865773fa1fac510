package org.moutracker.notifications.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.notifications.invitation.Fate.DROPPED;
import static org.moutracker.notifications.invitation.Fate.GIVEN_UP;
import static org.moutracker.notifications.invitation.Fate.PERHAPS_KNOWN;
import static org.moutracker.notifications.invitation.Fate.WAITING;
import static org.moutracker.notifications.invitation.SampleMeeting.BEFORE;
import static org.moutracker.notifications.invitation.SampleMeeting.STARTS;
import static org.moutracker.notifications.invitation.SampleMeeting.meeting;
import static org.moutracker.notifications.invitation.SampleMeeting.sent;
import static org.moutracker.notifications.mail.LetterKind.CANCEL;
import static org.moutracker.notifications.mail.LetterKind.MINUTES;
import static org.moutracker.notifications.mail.LetterKind.REQUEST;
import static org.moutracker.notifications.meeting.MeetingStatus.CONVENED;
import static org.moutracker.notifications.meeting.MeetingStatus.MINUTES_CIRCULATED;
import static org.moutracker.notifications.meeting.MeetingStatus.POSTPONED;
import static org.moutracker.notifications.meeting.MeetingStatus.VOIDED;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.notifications.mail.InvitationContent.News;
import org.moutracker.notifications.meeting.InvitedAs;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.meeting.MeetingStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecideTest {

    private static final Meeting CONVENED_0 = meeting(CONVENED, 0);

    /** For each status: what is owed to who knows nothing, who knows of it, and who knows that it is off. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            PLANNED,            Nothing,         Withdrawal 1 POSTPONED, Nothing
            CONVENED,           Invitation 0,    Nothing,                Invitation 2
            HELD,               Nothing,         Nothing,                Nothing
            MINUTES_CIRCULATED, Nothing,         Nothing,                Nothing
            MINUTES_AGREED,     Nothing,         Nothing,                Nothing
            MINUTES_DISPUTED,   Nothing,         Nothing,                Nothing
            POSTPONED,          Nothing,         Withdrawal 1 POSTPONED, Nothing
            CANCELLED,          Nothing,         Withdrawal 1 CANCELLED, Nothing
            VOIDED,             Nothing,         Withdrawal 1 VOIDED,    Nothing
            """)
    void what_is_owed_follows_from_the_status_and_from_what_he_knows(
            MeetingStatus status, String unheard, String invited, String withdrawn) {
        var meeting = meeting(status, 0);

        assertThat(words(calendar(meeting))).isEqualTo(unheard);
        assertThat(words(calendar(meeting, sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, true))))
                .isEqualTo(invited);
        assertThat(words(calendar(
                        meeting,
                        sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, false),
                        sent(2, CANCEL, 1, CONVENED_0, PERHAPS_KNOWN, true))))
                .isEqualTo(withdrawn);
    }

    @ParameterizedTest
    @EnumSource(MeetingStatus.class)
    void nobody_is_told_twice_what_is_on_its_way_or_was_given_up(MeetingStatus status) {
        for (var fate : List.of(WAITING, PERHAPS_KNOWN, GIVEN_UP)) {
            var owed = calendar(meeting(CONVENED, 0), sent(1, REQUEST, 0, CONVENED_0, fate, true));
            assertThat(words(owed)).as(fate.name()).isEqualTo("Nothing");
            var off = calendar(
                    meeting(status, 0),
                    sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, false),
                    sent(2, CANCEL, 1, CONVENED_0, fate, true));
            if (status != CONVENED && !(isOver(status) && fate == WAITING)) {
                assertThat(words(off)).as(fate.name()).isEqualTo("Nothing");
            }
        }
    }

    private static boolean isOver(MeetingStatus status) {
        return switch (status) {
            case HELD, MINUTES_CIRCULATED, MINUTES_AGREED, MINUTES_DISPUTED -> true;
            case PLANNED, CONVENED, POSTPONED, CANCELLED, VOIDED -> false;
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = MeetingStatus.class,
            names = {"CANCELLED", "VOIDED", "POSTPONED", "PLANNED", "HELD"})
    void what_he_cannot_know_yet_is_dropped_without_a_word(MeetingStatus status) {
        assertThat(words(calendar(meeting(status, 1), sent(1, REQUEST, 0, CONVENED_0, WAITING, true))))
                .isEqualTo("Silence");
    }

    @Test
    void what_was_dropped_can_be_written_again() {
        assertThat(words(calendar(CONVENED_0, sent(1, REQUEST, 0, CONVENED_0, DROPPED, false))))
                .isEqualTo("Invitation 0");
        assertThat(words(calendar(CONVENED_0, sent(1, REQUEST, 0, CONVENED_0, DROPPED, true))))
                .isEqualTo("Invitation 0");
    }

    @Test
    void a_move_is_told_with_the_sequence_of_the_meeting() {
        var moved = meeting(CONVENED, 3, STARTS.plusSeconds(86_400), null);

        assertThat(words(calendar(moved, sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, true))))
                .isEqualTo("Invitation 3");
        assertThat(words(calendar(moved, sent(1, REQUEST, 0, CONVENED_0, WAITING, true))))
                .as("a first invitation that has not gone out is replaced")
                .isEqualTo("Invitation 3");
    }

    @Test
    void a_change_of_words_keeps_the_sequence() {
        var before = meeting(CONVENED, 2, STARTS, null);
        var agenda = new Meeting(
                before.id(),
                before.workingGroupId(),
                before.title(),
                CONVENED,
                STARTS,
                before.endsAt(),
                before.zone(),
                before.place(),
                null,
                2,
                List.of(),
                List.of(),
                null);

        assertThat(words(calendar(agenda, sent(1, REQUEST, 2, before, PERHAPS_KNOWN, true))))
                .isEqualTo("Invitation 2");
    }

    @Test
    void a_way_there_and_back_before_anything_went_out_is_none() {
        var known = sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, false);
        var waiting = sent(2, REQUEST, 0, meeting(CONVENED, 0, STARTS.plusSeconds(60), null), WAITING, true);

        assertThat(words(calendar(CONVENED_0, known, waiting))).isEqualTo("Silence");
    }

    @Test
    void who_is_not_invited_any_more_is_told_once_with_a_higher_sequence() {
        var known = sent(1, REQUEST, 4, meeting(CONVENED, 4), PERHAPS_KNOWN, true);

        assertThat(words(Decide.calendar(meeting(CONVENED, 4), uninvited(known), BEFORE)))
                .isEqualTo("Withdrawal 5 UNINVITED");
        assertThat(words(Decide.calendar(meeting(CONVENED, 4), uninvited(), BEFORE)))
                .isEqualTo("Nothing");
        assertThat(words(Decide.calendar(meeting(MeetingStatus.HELD, 4), uninvited(known), BEFORE)))
                .isEqualTo("Nothing");
    }

    @Test
    void who_is_invited_again_hears_a_sequence_above_the_withdrawal() {
        assertThat(words(calendar(
                        meeting(CONVENED, 4),
                        sent(1, REQUEST, 4, meeting(CONVENED, 4), PERHAPS_KNOWN, false),
                        sent(2, CANCEL, 5, meeting(CONVENED, 4), PERHAPS_KNOWN, true))))
                .isEqualTo("Invitation 6");
        assertThat(words(
                        calendar(meeting(CONVENED, 5), sent(1, REQUEST, 6, meeting(CONVENED, 4), PERHAPS_KNOWN, true))))
                .as("and the next move one above that")
                .isEqualTo("Invitation 7");
    }

    @Test
    void nobody_is_invited_to_what_has_begun() {
        assertThat(words(Decide.calendar(CONVENED_0, invited(), STARTS))).isEqualTo("Nothing");
        assertThat(words(Decide.calendar(CONVENED_0, invited(), STARTS.minusMillis(1))))
                .isEqualTo("Invitation 0");
        assertThat(words(Decide.calendar(
                        meeting(VOIDED, 1), invited(sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, true)), STARTS)))
                .as("but an entry that is wrong is taken out")
                .isEqualTo("Withdrawal 1 VOIDED");
    }

    @Test
    void who_cannot_be_reached_is_owed_nothing_until_he_can() {
        var unreachable = new Invitee(true, InvitedAs.MEMBER, false, new History(List.of()));

        assertThat(words(Decide.calendar(CONVENED_0, unreachable, BEFORE))).isEqualTo("Nothing");
        assertThat(words(Decide.minutes(circulated(1), unreachable))).isEqualTo("Nothing");
    }

    @Test
    void a_meeting_without_a_day_is_in_no_calendar() {
        var known = sent(1, REQUEST, 0, CONVENED_0, PERHAPS_KNOWN, true);

        assertThat(words(calendar(meeting(POSTPONED, 1, null, null), known))).isEqualTo("Withdrawal 1 POSTPONED");
        assertThat(words(calendar(meeting(CONVENED, 1, null, null), known))).isEqualTo("Withdrawal 1 POSTPONED");
    }

    @Test
    void members_hear_of_each_round_of_minutes_once_and_guests_never() {
        var first = sent(1, MINUTES, 1, circulated(1), PERHAPS_KNOWN, true);

        assertThat(words(Decide.minutes(circulated(1), invited()))).isEqualTo("Minutes 1");
        assertThat(words(Decide.minutes(circulated(1), invited(first)))).isEqualTo("Nothing");
        assertThat(words(Decide.minutes(circulated(2), invited(first)))).isEqualTo("Minutes 2");
        assertThat(words(Decide.minutes(
                        meeting(MeetingStatus.MINUTES_AGREED, 0),
                        invited(sent(1, MINUTES, 1, circulated(1), WAITING, true)))))
                .isEqualTo("Silence");
        assertThat(words(Decide.minutes(
                        circulated(1), new Invitee(true, InvitedAs.GUEST, true, new History(List.of())))))
                .isEqualTo("Nothing");
        assertThat(words(Decide.minutes(circulated(1), uninvited()))).isEqualTo("Nothing");
        assertThat(words(calendar(circulated(1), first)))
                .as("nothing to do with calendars")
                .isEqualTo("Nothing");
    }

    private static Meeting circulated(int round) {
        return meeting(
                MINUTES_CIRCULATED,
                0,
                STARTS,
                new Meeting.Minutes(Instant.parse("2025-11-20T06:00:00Z"), null, null, round));
    }

    private static Owed calendar(Meeting meeting, Sent... letters) {
        return Decide.calendar(meeting, invited(letters), BEFORE);
    }

    private static Invitee invited(Sent... letters) {
        return new Invitee(true, InvitedAs.MEMBER, true, new History(List.of(letters)));
    }

    private static Invitee uninvited(Sent... letters) {
        return new Invitee(false, InvitedAs.MEMBER, true, new History(List.of(letters)));
    }

    private static String words(Owed owed) {
        return switch (owed) {
            case Owed.Nothing nothing -> "Nothing";
            case Owed.Silence silence -> "Silence";
            case Owed.Invitation(int sequence) -> "Invitation " + sequence;
            case Owed.Withdrawal(int sequence, News why) -> "Withdrawal " + sequence + " " + why;
            case Owed.Minutes(int round) -> "Minutes " + round;
        };
    }
}
