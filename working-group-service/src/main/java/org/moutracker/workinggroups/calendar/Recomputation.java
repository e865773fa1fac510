package org.moutracker.workinggroups.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the work that follows from a revision has come. */
@Schema(description = "How far the recomputation of the deadlines that it can touch has come.")
public record Recomputation(
        @Schema(
                required = true,
                description = "How many it can touch; null until they are found.",
                examples = "120",
                nullable = true)
        @Nullable
        Integer total,

        @Schema(required = true, description = "How many of them are done.", examples = "120")
        int done,

        @Schema(required = true, description = "How many of those have another date.", examples = "7")
        int moved,

        @Schema(
                required = true,
                description = "Of how many the date stands, but is explained otherwise.",
                examples = "9")
        int changed,

        @Schema(required = true, description = "Null while it goes on.", nullable = true) @Nullable
        Instant finishedAt) {}
