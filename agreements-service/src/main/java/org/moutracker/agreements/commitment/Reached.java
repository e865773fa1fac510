package org.moutracker.agreements.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The value of the indicator by the last report that gave one, against the target. */
@Schema(description = "The value of the indicator by the last report that gave one, against the target.")
public record Reached(
        @Schema(required = true, examples = "30") BigDecimal value,

        @Schema(required = true, description = "The day that it was reported for")
        LocalDate on,

        @Schema(
                required = true,
                description = "How much of the way it has come: 0 at the baseline, 1 at the target",
                examples = "0.25")
        BigDecimal share) {}
