package org.moutracker.agreements.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A handover, and how many agreements it was about. */
@Schema(name = "Handover", description = "A handover, and how many agreements it was about.")
record HandoverView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "a-khan") String from,
        @Schema(required = true, examples = "b-ahmed") String to,
        @Schema(required = true) LocalDate on,
        @Schema(required = true) String reason,

        @Schema(required = true, description = "How many agreements were handed over", examples = "412")
        int handedOver,

        @Schema(required = true, description = "How many of those that were named the other one had already")
        int already,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true) String recordedBy) {}
