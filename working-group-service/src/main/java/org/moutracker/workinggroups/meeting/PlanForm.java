package org.moutracker.workinggroups.meeting;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.person.Zone;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.WorkingGroup;

/** Somebody plans a meeting; what is left out follows from the terms of reference. */
@Schema(description = "Plans a meeting; what is left out follows from the terms of reference.")
record PlanForm(
        @Schema(description = "ORDINARY unless told.", nullable = true) @Nullable
        MeetingKind kind,

        @Size(min = 1, max = 300)
        @Printable
        @Schema(description = "\"First meeting\" and so on unless told.", examples = "First meeting", nullable = true)
        @Nullable
        String title,

        @NotBlank
        @Size(max = 60)
        @Schema(
                required = true,
                description = "By the clocks of the zone, or an instant.",
                examples = {"2025-11-10T10:00", "2025-11-10T05:00:00Z"})
        String startsAt,

        @NotBlank @Size(max = 60) @Schema(required = true, examples = "2025-11-10T14:00")
        String endsAt,

        @Zone
        @Schema(description = "IANA zone; that of the host unless told.", examples = "Asia/Karachi", nullable = true)
        @Nullable
        String zone,

        @Size(min = 1, max = 500) @Printable @Schema(examples = "Islamabad", nullable = true) @Nullable
        String place,

        @WebAddress
        @Size(max = 2000)
        @Printable
        @Schema(examples = "https://meet.health.example/1", nullable = true)
        @Nullable
        String online,

        @Size(min = 1, max = 50)
        @Schema(
                description = "The code of the party that receives the others; whose turn it is unless told.",
                examples = "PK",
                nullable = true)
        @Nullable
        String host) {

    Plan plan(WorkingGroup group, Turns turns) {
        var isOrdinary = kind != MeetingKind.EXTRAORDINARY;
        var number = isOrdinary ? turns.number() : null;
        var party = party(group, turns);
        var in = ZoneId.of(requireNonNullElse(zone, party.zone()));
        return new Plan(
                group.id(),
                number,
                isOrdinary ? MeetingKind.ORDINARY : MeetingKind.EXTRAORDINARY,
                title != null ? title.strip() : number == null ? "Extraordinary meeting" : Ordinals.meeting(number),
                new Times(
                        WrittenTime.read("startsAt", startsAt, in), WrittenTime.read("endsAt", endsAt, in), in.getId()),
                place,
                online,
                party.code());
    }

    private GroupParty party(WorkingGroup group, Turns turns) {
        var code = host == null
                ? turns.host()
                        .orElseThrow(() ->
                                new InvalidRequest("host", "must be given, since the terms of reference name no hosts"))
                : host;
        return group.parties().stream()
                .filter(party -> party.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "host",
                        "must be a party of the group: "
                                + group.parties().stream().map(GroupParty::code).collect(joining(", "))));
    }
}
