package org.moutracker.notifications.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often it is told again after the last step. */
@Schema(name = "PolicyRepeat", description = "How often it is told again after the last step.")
public record Repeat(
        @Min(1) @Max(90) @Schema(required = true, examples = "7")
        int everyDays,

        @Min(1) @Max(52) @Schema(required = true, examples = "4")
        int times) {}
