package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That people have met, and whether they could decide. */
@Schema(name = "Held", description = "That people have met, and whether they could decide.")
record HeldView(
        @Schema(required = true) Instant startedAt,
        @Schema(required = true) Instant endedAt,

        @Schema(required = true, description = "The day in the meeting's zone.", examples = "2025-11-10")
        LocalDate on,

        @Schema(
                required = true,
                description = "Whether enough of each side were there; without a quorum nothing can be decided.")
        boolean quorate,

        @Schema(required = true, description = "What each side lacked.", examples = "[\"PS lacks its co-chair\"]")
        List<String> lacking,

        @Schema(required = true) List<SidePresence> sides) {

    static @Nullable HeldView of(Meeting meeting) {
        var sitting = meeting.sitting;
        return sitting.startedAt() == null
                        || sitting.endedAt() == null
                        || sitting.heldOn() == null
                        || sitting.quorum() == null
                ? null
                : new HeldView(
                        sitting.startedAt(),
                        sitting.endedAt(),
                        sitting.heldOn(),
                        sitting.quorum().isQuorum(),
                        sitting.quorum().lacking(),
                        sitting.quorum().sides());
    }
}
