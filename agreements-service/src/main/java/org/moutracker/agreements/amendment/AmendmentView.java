package org.moutracker.agreements.amendment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Difference;
import org.moutracker.agreements.agreement.Instrument;
import org.moutracker.agreements.life.EntryIntoForce;

/** An amendment as callers see it. */
@Schema(name = "Amendment", description = "What the parties change of their agreement, and where that stands.")
record AmendmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,

        @Schema(required = true, description = "In the order in which they were proposed", examples = "1")
        int number,

        @Schema(required = true) Map<String, String> title,
        @Schema(required = true) Instrument instrument,
        @Schema(required = true, nullable = true) @Nullable String clause,

        @Schema(
                required = true,
                description =
                        "PROPOSED, AGREED (every side has consented), IN_EFFECT, WITHDRAWN, LAPSED (the agreement ended "
                                + "first), or BLOCKED: its day has come, but what it changes is not there as it was; put its "
                                + "changes right by PATCH, and it takes effect")
        AmendmentStatus status,

        @Schema(required = true) EntryIntoForce takesEffect,

        @Schema(required = true, nullable = true, description = "On which day, once that follows from the consents")
        @Nullable
        LocalDate effectiveOn,

        @Schema(required = true) List<Consent> consents,

        @Schema(
                required = true,
                description = "What must happen before it takes effect",
                examples = "[\"the signature of PS\"]")
        List<String> waitingFor,

        @Schema(ref = "#/components/schemas/AmendmentChanges")
        Map<String, @Nullable Object> changes,

        @Schema(
                required = true,
                description =
                        "Old and new of every field: as it took effect, or as it would today before that; none of what "
                                + "will not take effect")
        List<Difference> differences,

        @Schema(
                required = true,
                nullable = true,
                description = "Why it was withdrawn, has lapsed or is blocked",
                examples = "the agreement ended before 2026-01-15")
        @Nullable
        String because,

        @Schema(required = true) Instant proposedAt,
        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "Also the ETag, which a change must name in If-Match")
        long version) {

    static AmendmentView of(Amendment amendment, List<Difference> differences, List<String> waitingFor) {
        return new AmendmentView(
                amendment.id,
                amendment.agreementId,
                amendment.number,
                amendment.title,
                amendment.instrument,
                amendment.clause,
                amendment.status,
                amendment.takesEffect,
                amendment.effectiveOn,
                amendment.consents,
                waitingFor,
                amendment.changes,
                differences,
                amendment.because,
                amendment.proposedAt,
                amendment.changedAt,
                amendment.version);
    }
}
