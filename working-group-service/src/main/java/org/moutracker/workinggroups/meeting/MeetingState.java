package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting as other services hear of it: whoever is invited by id alone. */
record MeetingState(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID workingGroupId,
        @Schema(required = true, nullable = true) @Nullable Integer number,
        @Schema(required = true) MeetingKind kind,
        @Schema(required = true) String title,
        @Schema(required = true) MeetingStatus status,
        @Schema(required = true, nullable = true) @Nullable Instant startsAt,
        @Schema(required = true, nullable = true) @Nullable Instant endsAt,
        @Schema(required = true) String zone,
        @Schema(required = true, nullable = true) @Nullable String place,
        @Schema(required = true, nullable = true) @Nullable String online,
        @Schema(required = true) String host,
        @Schema(required = true) int sequence,
        @Schema(required = true) List<AgendaItem> agenda,
        @Schema(required = true) List<Invited> invitees,
        @Schema(required = true, nullable = true) @Nullable Circulated minutes,
        @Schema(required = true) long version) {

    static MeetingState of(Meeting meeting, long version) {
        var appointment = meeting.appointment;
        var invitations = meeting.invitations;
        return new MeetingState(
                meeting.id,
                meeting.workingGroupId,
                meeting.number,
                meeting.kind,
                meeting.title,
                meeting.status,
                appointment.startsAt(),
                appointment.endsAt(),
                appointment.zone(),
                appointment.place(),
                appointment.online(),
                meeting.host,
                invitations.sequence(),
                meeting.agenda,
                invitations.invitees().stream().map(Invited::of).toList(),
                meeting.minutes == null ? null : Circulated.of(meeting.minutes),
                version);
    }

    /** Somebody who is invited; what he wrote with his answer stays here. */
    @Schema(name = "MeetingStateInvited")
    record Invited(
            @Schema(required = true) UUID personId,

            @Schema(required = true, nullable = true) @Nullable
            String party,

            @Schema(required = true, nullable = true) @Nullable
            String side,

            @Schema(required = true) InvitedAs as,
            @Schema(required = true) Answer answer) {

        static Invited of(Invitee invitee) {
            return new Invited(invitee.personId(), invitee.party(), invitee.side(), invitee.as(), invitee.answer());
        }
    }

    /** Minutes that go round; what the sides wrote to them stays here. */
    @Schema(name = "MeetingStateCirculated")
    record Circulated(
            @Schema(required = true) Instant circulatedAt,

            @Schema(required = true, nullable = true) @Nullable
            Instant agreeBy,

            @Schema(required = true) String document,
            @Schema(required = true) int round,
            @Schema(required = true) List<Said> positions) {

        static Circulated of(Minutes minutes) {
            return new Circulated(
                    minutes.circulatedAt(),
                    minutes.agreeBy(),
                    minutes.document().uri(),
                    minutes.round(),
                    minutes.positions().stream()
                            .map(one -> new Said(one.side(), one.position()))
                            .toList());
        }
    }

    /** What a side says to minutes. */
    @Schema(name = "MeetingStateSaid")
    record Said(
            @Schema(required = true) String side,
            @Schema(required = true) Position position) {}
}
