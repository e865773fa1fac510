package org.moutracker.workinggroups.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a decision, why, and who did it. */
@Schema(description = "What happened to it, why, and who did it.")
record DecisionChange(
        @Schema(required = true, description = "Its place in the history.", examples = "7")
        long number,

        @Schema(required = true) Instant at,
        @Schema(required = true) DecisionStatus status,

        @Schema(required = true, examples = "adopted by CONSENSUS")
        String cause,

        @Schema(required = true, examples = "registrar") String who) {}
