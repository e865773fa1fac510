package org.moutracker.agreements.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.timerules.PartialDate;

/** A line of the ledger as callers see it. */
@Schema(name = "LegalEvent", description = "A line of the agreement's ledger; never changed, never removed.")
record LegalEventView(
        @Schema(required = true) UUID id,
        @Schema(required = true) LegalEventType type,

        @Schema(required = true, nullable = true) @Nullable String party,

        @Schema(required = true, nullable = true) @Nullable PartialDate occurredOn,

        @Schema(required = true, nullable = true) @Nullable PartialDate effectiveOn,

        @Schema(required = true, description = "Names of areas, of a suspension or its end; none for the whole")
        List<String> areas,

        @Schema(required = true, nullable = true, description = "For how long it was renewed", examples = "P2Y")
        @Nullable
        String period,

        @Schema(required = true, nullable = true) @Nullable String note,

        @Schema(required = true, nullable = true, description = "The line that this one corrects") @Nullable
        UUID corrects,

        @Schema(
                required = true,
                description = "Which fields of that line this one corrects; null in such a field means unknown",
                examples = "[\"occurredOn\"]")
        List<String> corrected,

        @JsonProperty("void") @Schema(required = true, description = "The line that this one corrects never happened")
        boolean voids,

        @Schema(required = true, nullable = true, description = "Why it was corrected") @Nullable
        String reason,

        @Schema(required = true, description = "It follows from other lines by a rule; the system recorded it")
        boolean derived,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "Subject of the token it was recorded with; system for what is derived")
        String recordedBy) {}
