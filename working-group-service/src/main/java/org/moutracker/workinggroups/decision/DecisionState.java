package org.moutracker.workinggroups.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.DecisionRule;

/** A decision as callers and other services see it. */
@Schema(name = "Decision", description = "What a group decided, how the sides stood to it, and what followed.")
record DecisionState(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID workingGroupId,

        @Schema(required = true, description = "Those that the group saw to when it decided.")
        List<UUID> agreements,

        @Schema(
                required = true,
                description = "Counted by group and year, the decided and the rejected alike.",
                examples = "D-2026-03")
        String number,

        @Schema(required = true, description = "At which it was decided; null by correspondence.", nullable = true)
        @Nullable
        UUID meetingId,

        @Schema(required = true, examples = "2026-05-10") LocalDate decidedOn,

        @Schema(required = true, examples = "Train twelve ophthalmologists in Lahore")
        String title,

        @Schema(required = true) String text,

        @Schema(required = true, description = "By language (BCP 47).")
        Map<String, Translation> translations,

        @Schema(required = true, description = "By which it was judged.")
        DecisionRule rule,

        @Schema(required = true) List<SidePosition> positions,
        @Schema(required = true) DecisionStatus status,

        @Schema(required = true, description = "Why it was revoked or voided.", nullable = true) @Nullable
        String reason,

        @Schema(required = true, description = "The decision that revoked it.", nullable = true) @Nullable
        UUID revokedBy,

        @Schema(required = true) List<Outcome> effects,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {}
