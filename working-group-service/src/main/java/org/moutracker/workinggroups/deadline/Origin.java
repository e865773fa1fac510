package org.moutracker.workinggroups.deadline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a deadline comes from: the chain that an alert shows. */
@Schema(description = "The commitment that it comes from, if it comes from one, and what that rests on.")
public record Origin(
        @Schema(required = true, examples = "C-01", nullable = true) @Nullable
        String commitment,

        @Schema(required = true, examples = "OFFICIAL_STATEMENT", nullable = true) @Nullable
        String basis,

        @Schema(required = true, examples = "article 3", nullable = true) @Nullable
        String clause) {}
