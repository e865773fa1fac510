package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Quorum;
import org.moutracker.workinggroups.workinggroup.Seat;

/** Meetings in the state that a test begins with. */
final class MeetingFixture {

    static final Instant PLANNED = Instant.parse("2025-10-20T06:00:00Z");
    static final Instant STARTS = Instant.parse("2025-11-10T05:00:00Z");
    static final Instant ENDS = Instant.parse("2025-11-10T09:00:00Z");
    static final Instant AFTERWARDS = Instant.parse("2025-11-10T10:00:00Z");
    static final Instant CIRCULATED = Instant.parse("2025-11-17T06:00:00Z");
    static final Notice NONE = new Notice(null, null);
    static final Paper PAPER = new Paper("Minutes", "https://files.health.example/minutes-1.pdf", null);
    static final Silence SPEAK = new Silence(null, List.of());
    static final Silence TWO_WEEKS = new Silence("P14D", List.of(ZoneId.of("Asia/Karachi"), ZoneId.of("Asia/Hebron")));
    static final List<String> SIDES = List.of("PK", "PS");
    static final Seat PK = seat("PK", Seat.Voice.CO_CHAIR);
    static final Seat PS = seat("PS", Seat.Voice.CO_CHAIR);
    static final UUID GUEST = UUID.randomUUID();

    private MeetingFixture() {}

    static Seat seat(String side, Seat.Voice voice) {
        return new Seat(UUID.randomUUID(), UUID.randomUUID(), side, side, voice);
    }

    static Times times(String startsAt, String endsAt) {
        return new Times(Instant.parse(startsAt), Instant.parse(endsAt), "Asia/Karachi");
    }

    static Meeting planned() {
        return planned("Islamabad", null);
    }

    static Meeting planned(@Nullable String place, @Nullable String online) {
        var meeting = new Meeting(
                new Plan(
                        UUID.randomUUID(),
                        1,
                        MeetingKind.ORDINARY,
                        "First meeting",
                        new Times(STARTS, ENDS, "Asia/Karachi"),
                        place,
                        online,
                        "PK"),
                PLANNED);
        meeting.stored = true;
        return meeting;
    }

    static Meeting convened() {
        var meeting = planned();
        var _ = meeting.convene(invited(meeting), NONE, PLANNED);
        return meeting;
    }

    static List<Invitee> invited(Meeting meeting) {
        return List.of(
                Invitee.member(PK.personId(), "PK", "PK", meeting.invitations.sequence(), PLANNED),
                Invitee.member(PS.personId(), "PS", "PS", meeting.invitations.sequence(), PLANNED),
                Invitee.guest(GUEST, meeting.invitations.sequence(), PLANNED));
    }

    static Meeting held() {
        var meeting = convened();
        var _ = meeting.hold(STARTS, ENDS, List.of(), everybody(), AFTERWARDS);
        return meeting;
    }

    static Presence everybody() {
        return Presence.of(
                new Quorum(1, true), SIDES, List.of(PK, PS), List.of(Attendee.member(PK), Attendee.member(PS)));
    }

    static Meeting circulated(Silence silence) {
        var meeting = held();
        var _ = meeting.circulate(PAPER, 1, silence, SIDES, CIRCULATED);
        return meeting;
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
