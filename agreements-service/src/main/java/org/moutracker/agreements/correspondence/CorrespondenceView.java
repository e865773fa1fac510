package org.moutracker.agreements.correspondence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.PartialDate;

/** A note verbale or letter as callers see it. */
@Schema(name = "Correspondence", description = "A note verbale or letter about an agreement, as it was entered.")
record CorrespondenceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,
        @Schema(required = true) Kind kind,

        @Schema(required = true, examples = "PS/2026/14") String number,

        @Schema(required = true, nullable = true, description = "As far as it is known", examples = "2026-01-10")
        @Nullable
        PartialDate dated,

        @Schema(required = true) Direction direction,
        @Schema(required = true, examples = "PS") String from,
        @Schema(required = true, examples = "PK") String to,
        @Schema(required = true) List<About> about,

        @Schema(required = true, examples = "Asks for the meeting of the working group to be held in March")
        String summary,

        @Schema(required = true, nullable = true, description = "The document that it is") @Nullable
        UUID document,

        @Schema(required = true, nullable = true) @Nullable Voided voided,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true, examples = "registrar") String recordedBy,

        @Schema(required = true, description = "Also the ETag")
        long version) {

    /** That an entry was wrong. */
    @Schema(name = "CorrespondenceVoided", description = "That the entry was wrong.")
    record Voided(
            @Schema(required = true) Instant at,
            @Schema(required = true, examples = "registrar") String by,

            @Schema(required = true, examples = "It is about another agreement")
            String reason) {}

    static CorrespondenceView of(Correspondence entry) {
        return new CorrespondenceView(
                entry.id,
                entry.agreementId,
                entry.kind,
                entry.number,
                entry.dated == null ? null : PartialDate.parse(entry.dated),
                entry.direction,
                entry.fromParty,
                entry.toParty,
                Arrays.stream(entry.about).map(About::ofKey).toList(),
                entry.summary,
                entry.documentId,
                voided(entry),
                entry.recordedAt,
                entry.recordedBy,
                entry.version);
    }

    private static @Nullable Voided voided(Correspondence entry) {
        return entry.voidedAt == null
                ? null
                : new Voided(
                        entry.voidedAt,
                        Objects.requireNonNull(entry.voidedBy),
                        Objects.requireNonNull(entry.voidReason));
    }
}
