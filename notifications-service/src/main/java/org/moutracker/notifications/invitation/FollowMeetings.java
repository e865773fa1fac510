package org.moutracker.notifications.invitation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.notifications.delivery.LetterDeliveries;
import org.moutracker.notifications.delivery.LetterDeliveries.Addressed;
import org.moutracker.notifications.invitation.Invitations.Row;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.meeting.MeetingLock;
import org.moutracker.notifications.meeting.Meetings;
import org.moutracker.notifications.meeting.MeetingsChanged;
import org.moutracker.notifications.preference.Preferences;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.workinggroup.WorkingGroupsChanged;

/**
 * Brings invitations in line with their meetings, and with what is known of the people and groups that they wait for.
 * Letters, their messages and what is withdrawn are one transaction with the news.
 */
@ApplicationScoped
class FollowMeetings {

    // After whoever locks plans: the lock of meetings is taken last by all who take both.
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    private final Meetings meetings;
    private final MeetingLock lock;
    private final Invitations invitations;
    private final LetterDeliveries deliveries;
    private final Known.Look look;
    private final Preferences preferences;
    private final Json json;
    private final InstantSource clock;
    private final Duration debounce;

    FollowMeetings(
            Meetings meetings,
            MeetingLock lock,
            Invitations invitations,
            LetterDeliveries deliveries,
            Known.Look look,
            Preferences preferences,
            Json json,
            InstantSource clock,
            @ConfigProperty(name = "mou.invitations.debounce") Duration debounce) {
        this.meetings = meetings;
        this.lock = lock;
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.look = look;
        this.preferences = preferences;
        this.json = json;
        this.clock = clock;
        this.debounce = debounce;
    }

    void on(@Observes MeetingsChanged changed) {
        follow(changed.meetings());
    }

    void on(@Observes @Priority(LAST) PeopleChanged changed) {
        lock.lookingAgain();
        follow(meetings.with(changed.ids()));
    }

    void on(@Observes @Priority(LAST) WorkingGroupsChanged changed) {
        lock.lookingAgain();
        follow(meetings.openOf(changed.ids()));
    }

    private void follow(List<Meeting> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var byId = changed.stream().collect(toMap(Meeting::id, meeting -> meeting));
        deliveries.hold(byId.keySet());
        invitations.keep(changed, now);
        var rows = invitations.of(byId.keySet());
        var sent = invitations.letters(rows.stream().map(Row::id).toList());
        var known = look.around(changed, rows.stream().map(Row::personId).collect(toSet()));
        var writing = new WriteLetters(known, json, now, debounce);
        rows.forEach(row ->
                writing.add(requireNonNull(byId.get(row.meetingId())), row, sent.getOrDefault(row.id(), List.of())));
        invitations.withdraw(writing.withdrawn);
        deliveries.close(writing.withdrawn);
        invitations.write(writing.letters);
        deliveries.open(addressed(writing.letters, now));
        invitations.forgetAnswers(writing.unanswered);
    }

    /** Of meetings everybody hears who is invited, by his own clock: at once if the meeting begins before he can be told. */
    private List<Addressed> addressed(List<NewLetter> letters, Instant now) {
        var prefers = preferences.hold(letters.stream().map(NewLetter::readerId).collect(toSet()));
        return letters.stream()
                .map(letter -> new Addressed(
                        letter.id(),
                        letter.mailbox(),
                        letter.delay(),
                        prefers.of(letter.readerId()).ofNotice(now, letter.zone(), letter.tooLate())))
                .toList();
    }
}
