package org.moutracker.agreements.implementation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened, and when. */
@Schema(name = "LastActivity", description = "The latest day on which something happened, and what.")
record Activity(
        @Schema(required = true, examples = "2026-01-10") LocalDate on,

        @Schema(required = true, examples = "a report on C-02")
        String what) {}
