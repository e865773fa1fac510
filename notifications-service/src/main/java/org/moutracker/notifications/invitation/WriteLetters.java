package org.moutracker.notifications.invitation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.LetterDeliveries.Withdrawn;
import org.moutracker.notifications.invitation.Invitations.Row;
import org.moutracker.notifications.mail.InvitationContent;
import org.moutracker.notifications.mail.InvitationContent.News;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.mail.MinutesContent;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.sql.Json;

/** Works out what is owed to many invitees and what it says, before any of it is written down. */
final class WriteLetters {

    private final Known known;
    private final Json json;
    private final Instant now;
    private final Duration debounce;

    final List<NewLetter> letters = new ArrayList<>();
    final List<Withdrawn> withdrawn = new ArrayList<>();
    final List<UUID> unanswered = new ArrayList<>();

    WriteLetters(Known known, Json json, Instant now, Duration debounce) {
        this.known = known;
        this.json = json;
        this.now = now;
        this.debounce = debounce;
    }

    void add(Meeting meeting, Row row, List<Sent> sent) {
        var mailbox = known.mailbox(row.personId());
        var history = new History(
                sent.stream().map(letter -> letter.inTheLightOf(mailbox)).toList());
        // A group that was not heard of yet will be; a letter that does not name it would not be understood.
        var reachable = mailbox != null && known.groupName(meeting) != null;
        var invitee = new Invitee(row.invited(), row.as(), reachable, history);
        var one = new One(meeting, row, history, mailbox);
        one.pay(Decide.calendar(meeting, invitee, now), history.ofCalendar());
        one.pay(Decide.minutes(meeting, invitee), history.ofMinutes());
    }

    /** One invitee of one meeting. */
    private final class One {
        private final Meeting meeting;
        private final Row row;
        private final @Nullable String mailbox;
        private int number;
        private Instant writtenAt;

        private One(Meeting meeting, Row row, History history, @Nullable String mailbox) {
            this.meeting = meeting;
            this.row = row;
            this.mailbox = mailbox;
            this.number =
                    history.letters().stream().mapToInt(Sent::number).max().orElse(0);
            // Of two letters with one SEQUENCE calendars believe the later, in whole seconds.
            this.writtenAt = history.letters().stream()
                    .map(letter -> letter.writtenAt().plusSeconds(1))
                    .filter(next -> next.isAfter(now))
                    .reduce((earlier, later) -> later)
                    .orElse(now)
                    .truncatedTo(ChronoUnit.SECONDS);
        }

        private void pay(Owed owed, History history) {
            switch (owed) {
                case Owed.Nothing nothing -> {}
                case Owed.Silence silence -> withdraw(history, ClosedBecause.CANCELLED);
                case Owed.Invitation invitation -> {
                    withdraw(history, ClosedBecause.SUPERSEDED);
                    invite(invitation, history.known());
                }
                case Owed.Withdrawal withdrawal -> {
                    withdraw(history, ClosedBecause.SUPERSEDED);
                    var content = read(requireNonNull(history.known())).withdrawn(withdrawal.why());
                    write(LetterKind.CANCEL, withdrawal.sequence(), "", null, json.write(content), Duration.ZERO);
                }
                case Owed.Minutes minutes -> {
                    withdraw(history, ClosedBecause.SUPERSEDED);
                    var content = json.write(minutes(requireNonNull(meeting.minutes())));
                    write(LetterKind.MINUTES, minutes.round(), "", null, content, Duration.ZERO);
                }
            }
        }

        private void withdraw(History history, ClosedBecause because) {
            history.letters().stream()
                    .filter(Sent::stands)
                    .forEach(letter -> withdrawn.add(new Withdrawn(letter.id(), because)));
        }

        private void invite(Owed.Invitation owed, @Nullable Sent before) {
            var rises = before != null && owed.sequence() > before.sequence();
            if (rises) {
                unanswered.add(row.id());
            }
            write(
                    LetterKind.REQUEST,
                    owed.sequence(),
                    Fingerprint.of(meeting),
                    meeting.startsAt(),
                    json.write(invitation(before, rises)),
                    // Another time or place is told at once, other words are gathered.
                    before == null || rises ? Duration.ZERO : debounce);
        }

        private InvitationContent invitation(@Nullable Sent before, boolean asksAnew) {
            var startsAt = requireNonNull(meeting.startsAt());
            var told = before == null || before.kind() == LetterKind.CANCEL ? null : read(before);
            var movedFrom = told == null || told.startsAt().equals(startsAt) ? null : told.startsAt();
            var changed = movedFrom == null ? News.CHANGED : News.MOVED;
            return new InvitationContent(
                    meeting.id(),
                    told == null ? News.INVITED : changed,
                    meeting.title(),
                    known.groupName(meeting),
                    startsAt,
                    meeting.endsAt(),
                    meeting.place(),
                    meeting.online(),
                    meeting.agenda(),
                    zone(),
                    known.clocks(meeting),
                    asksAnew ? Answer.NEEDS_ACTION : answer(),
                    movedFrom);
        }

        private Answer answer() {
            return meeting.invitees().stream()
                    .filter(invitee -> invitee.personId().equals(row.personId()))
                    .findFirst()
                    .map(Meeting.Invitee::answer)
                    .orElse(Answer.NEEDS_ACTION);
        }

        private MinutesContent minutes(Meeting.Minutes minutes) {
            return new MinutesContent(
                    meeting.id(),
                    meeting.title(),
                    known.groupName(meeting),
                    meeting.startsAt(),
                    minutes.round(),
                    minutes.agreeBy(),
                    minutes.document(),
                    zone());
        }

        private String zone() {
            return known.zone(meeting, row.personId(), row.party()).getId();
        }

        private @Nullable Instant tooLate(LetterKind kind) {
            return switch (kind) {
                case REQUEST, CANCEL -> meeting.startsAt();
                case MINUTES ->
                    Optional.ofNullable(meeting.minutes())
                            .map(Meeting.Minutes::agreeBy)
                            .orElse(null);
            };
        }

        private void write(
                LetterKind kind,
                int sequence,
                String fingerprint,
                @Nullable Instant expiresAt,
                String content,
                Duration delay) {
            number++;
            letters.add(new NewLetter(
                    row.id(),
                    number,
                    kind,
                    sequence,
                    meeting.sequence(),
                    fingerprint,
                    writtenAt,
                    expiresAt,
                    tooLate(kind),
                    content,
                    row.personId(),
                    ZoneId.of(zone()),
                    requireNonNull(mailbox),
                    delay));
            writtenAt = writtenAt.plusSeconds(1);
        }
    }

    private InvitationContent read(Sent letter) {
        return json.read(letter.content(), InvitationContent.class);
    }
}
