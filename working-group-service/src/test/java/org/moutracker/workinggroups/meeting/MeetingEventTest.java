package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingAnswered;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingCancelled;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingChanged;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingConvened;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingHeld;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesAgreed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesCirculated;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesDisputed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingPlanned;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingPostponed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingVoided;
import org.moutracker.workinggroups.meeting.MeetingState.Circulated;
import org.moutracker.workinggroups.meeting.MeetingState.Invited;
import org.moutracker.workinggroups.meeting.MeetingState.Said;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingEventTest {

    private static final Instant STARTS = Instant.parse("2025-11-10T05:00:00Z");
    private static final List<AgendaItem> AGENDA = List.of(
            new AgendaItem(
                    1,
                    "Plan of work",
                    60,
                    List.of(new Paper("Draft plan of work", "https://files.health.example/plan-of-work.pdf", null))),
            new AgendaItem(2, "Training of Palestinian professionals", null, List.of()));
    private static final List<Invited> ASKED = invited(Answer.NEEDS_ACTION);
    private static final List<Invited> COMING = invited(Answer.ACCEPTED);

    @Test
    void meetings_are_told_as_the_samples_say() {
        Contract.requireAsSampled(
                MeetingEvent.class,
                List.of(
                        new MeetingPlanned(state(MeetingStatus.PLANNED, STARTS, 0, List.of(), List.of(), null, 1)),
                        new MeetingConvened(state(MeetingStatus.CONVENED, STARTS, 0, List.of(), ASKED, null, 2)),
                        new MeetingAnswered(state(MeetingStatus.CONVENED, STARTS, 0, List.of(), COMING, null, 3)),
                        new MeetingChanged(state(MeetingStatus.CONVENED, STARTS, 0, AGENDA, COMING, null, 4)),
                        new MeetingPostponed(state(MeetingStatus.POSTPONED, null, 1, AGENDA, ASKED, null, 5)),
                        new MeetingCancelled(state(MeetingStatus.CANCELLED, null, 2, AGENDA, ASKED, null, 6)),
                        new MeetingHeld(state(MeetingStatus.HELD, STARTS, 0, AGENDA, COMING, null, 5)),
                        new MeetingMinutesCirculated(state(
                                MeetingStatus.MINUTES_CIRCULATED,
                                STARTS,
                                0,
                                AGENDA,
                                COMING,
                                minutes(Position.SILENT, Position.SILENT),
                                6)),
                        new MeetingMinutesDisputed(state(
                                MeetingStatus.MINUTES_DISPUTED,
                                STARTS,
                                0,
                                AGENDA,
                                COMING,
                                minutes(Position.SILENT, Position.DISPUTED),
                                7)),
                        new MeetingMinutesAgreed(state(
                                MeetingStatus.MINUTES_AGREED,
                                STARTS,
                                0,
                                AGENDA,
                                COMING,
                                minutes(Position.AGREED, Position.AGREED),
                                8)),
                        new MeetingVoided(state(MeetingStatus.VOIDED, STARTS, 0, AGENDA, COMING, null, 6))));
    }

    private static List<Invited> invited(Answer pakistan) {
        return List.of(
                new Invited(person(1), "PK", "PK", InvitedAs.MEMBER, pakistan),
                new Invited(person(2), "PS", "PS", InvitedAs.MEMBER, Answer.NEEDS_ACTION),
                new Invited(person(3), null, null, InvitedAs.GUEST, Answer.NEEDS_ACTION));
    }

    private static UUID person(int number) {
        return UUID.fromString("01995778-6000-7000-8000-00000000f00" + number);
    }

    private static Circulated minutes(Position pakistan, Position palestine) {
        return new Circulated(
                Instant.parse("2025-11-17T06:00:00Z"),
                Instant.parse("2025-12-01T22:00:00Z"),
                "https://files.health.example/minutes-1.pdf",
                1,
                List.of(new Said("PK", pakistan), new Said("PS", palestine)));
    }

    private static MeetingState state(
            MeetingStatus status,
            @Nullable Instant startsAt,
            int sequence,
            List<AgendaItem> agenda,
            List<Invited> invitees,
            @Nullable Circulated minutes,
            long version) {
        return new MeetingState(
                UUID.fromString("01995778-6000-7000-8000-00000000d001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                1,
                MeetingKind.ORDINARY,
                "First meeting",
                status,
                startsAt,
                startsAt == null ? null : startsAt.plusSeconds(4 * 3600),
                "Asia/Karachi",
                "Islamabad",
                null,
                "PK",
                sequence,
                agenda,
                invitees,
                minutes,
                version);
    }
}
