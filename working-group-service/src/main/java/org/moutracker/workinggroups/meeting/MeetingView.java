package org.moutracker.workinggroups.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.Presidency;

/** A meeting as callers see it. */
@Schema(name = "Meeting", description = "A group meets: when, where, who is invited, who came, and the minutes.")
record MeetingView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID workingGroupId,

        @Schema(
                required = true,
                description = "Among the ordinary meetings of the group; null for an extraordinary one.",
                examples = "1",
                nullable = true)
        @Nullable
        Integer number,

        @Schema(required = true) MeetingKind kind,

        @Schema(required = true, examples = "First meeting") String title,

        @Schema(required = true) MeetingStatus status,

        @Schema(
                required = true,
                description = "Null while it is postponed to a day that is not known.",
                nullable = true,
                examples = "2025-11-10T05:00:00Z")
        @Nullable
        Instant startsAt,

        @Schema(required = true, nullable = true, examples = "2025-11-10T09:00:00Z") @Nullable
        Instant endsAt,

        @Schema(required = true, description = "By whose clock it was set.", examples = "Asia/Karachi")
        String zone,

        @Schema(required = true, description = "When it is by the clocks of each party.")
        List<LocalTimes> local,

        @Schema(required = true, examples = "Islamabad", nullable = true) @Nullable
        String place,

        @Schema(required = true, examples = "https://meet.health.example/1", nullable = true) @Nullable
        String online,

        @Schema(required = true, description = "The party that receives the others.", examples = "PK")
        String host,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "The side that leads the group on the day on which people meet, or met, in the meeting's zone;"
                                + " left out where co-chairs lead it together, and while no day is known.",
                examples = "PK",
                nullable = true)
        @Nullable
        String chair,

        @Schema(required = true, description = "SEQUENCE of RFC 5545.", examples = "0")
        int sequence,

        @Schema(required = true, nullable = true) @Nullable Instant convenedAt,

        @Schema(required = true, description = "Why the notice was shorter than agreed.", nullable = true) @Nullable
        String shortNotice,

        @Schema(required = true) List<AgendaItem> agenda,

        @Schema(required = true) List<InviteeView> invitees,

        @Schema(
                required = true,
                description = "Who is there, or was, by the ids of persons.",
                examples = "[\"01995778-6000-7000-8000-00000000f001\"]")
        List<UUID> present,

        @Schema(required = true, nullable = true) @Nullable HeldView held,

        @Schema(required = true, nullable = true) @Nullable MinutesView minutes,

        @Schema(required = true, description = "Why it was postponed, cancelled or voided.", nullable = true) @Nullable
        String because,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {

    static MeetingView of(
            Meeting meeting, List<GroupParty> parties, Presidency presidency, Map<UUID, Person> persons, Instant now) {
        var day = meeting.day();
        return new MeetingView(
                meeting.id,
                meeting.workingGroupId,
                meeting.number,
                meeting.kind,
                meeting.title,
                meeting.status,
                meeting.appointment.startsAt(),
                meeting.appointment.endsAt(),
                meeting.appointment.zone(),
                LocalTimes.of(parties, meeting.appointment.startsAt(), meeting.appointment.endsAt()),
                meeting.appointment.place(),
                meeting.appointment.online(),
                meeting.host,
                day == null ? null : presidency.sideOn(day).orElse(null),
                meeting.invitations.sequence(),
                meeting.invitations.convenedAt(),
                meeting.invitations.shortNotice(),
                meeting.agenda,
                meeting.invitations.invitees().stream()
                        .map(one -> InviteeView.of(one, persons.get(one.personId())))
                        .toList(),
                meeting.sitting.attendance().stream().map(Attendee::personId).toList(),
                HeldView.of(meeting),
                meeting.minutes == null ? null : MinutesView.of(meeting.minutes, meeting.status, now),
                meeting.because,
                meeting.version);
    }
}
