package org.moutracker.workinggroups.workinggroup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who must be present of each side for a meeting to be one. */
public record Quorum(
        @Min(0) @Max(1000) @Schema(required = true, examples = "1")
        int minimumPerSide,

        @Schema(required = true) boolean coChairPerSide) {}
