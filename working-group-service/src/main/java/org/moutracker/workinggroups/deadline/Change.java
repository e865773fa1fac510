package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a deadline and why. */
@Schema(description = "What happened to it and why.")
record Change(
        @Schema(required = true, examples = "2025-10-10T07:00:00Z")
        Instant at,

        @Schema(required = true, description = "The last day before; null when there was none.", nullable = true)
        @Nullable
        LocalDate from,

        @Schema(required = true, description = "The last day since; null when there is none.", nullable = true)
        @Nullable
        LocalDate to,

        @Schema(required = true, examples = "extended: both sides agreed by exchange of notes")
        String cause) {}
