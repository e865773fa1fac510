package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/** A meeting in a list: when and where, and what became of it. */
@Schema(description = "A meeting in a list.")
record MeetingSummary(
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

        @Schema(required = true, nullable = true, examples = "2025-11-10T05:00:00Z") @Nullable
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

        @Schema(required = true, description = "SEQUENCE of RFC 5545.", examples = "0")
        int sequence,

        @Schema(required = true, description = "The day on which it was held, in its zone.", nullable = true) @Nullable
        LocalDate heldOn,

        @Schema(required = true, description = "Whether enough of each side were there; null before.", nullable = true)
        @Nullable
        Boolean quorate,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {

    static MeetingSummary of(MeetingRow row, List<GroupParty> parties) {
        return new MeetingSummary(
                row.id(),
                row.workingGroupId(),
                row.number(),
                row.kind(),
                row.title(),
                row.status(),
                row.startsAt(),
                row.endsAt(),
                row.zone(),
                LocalTimes.of(parties, row.startsAt(), row.endsAt()),
                row.place(),
                row.online(),
                row.host(),
                row.sequence(),
                row.heldOn(),
                row.quorum() == null ? null : row.quorum().isQuorum(),
                row.version());
    }
}
