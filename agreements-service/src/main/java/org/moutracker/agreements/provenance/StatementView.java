package org.moutracker.agreements.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.Source.Confidence;

/** What a source says of one fact, as callers see it. */
@Schema(name = "SourceStatement", description = "What a source says of one fact, and how that stands to the register.")
record StatementView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,

        @Schema(required = true, examples = "signatures.PS.person.name")
        String fact,

        @Schema(required = true, ref = "#/components/schemas/StatedValue")
        JsonNode value,

        @Schema(required = true) StatementSource source,
        @Schema(required = true) Confidence confidence,

        @Schema(required = true, nullable = true) @Nullable String note,

        @Schema(required = true) Comparison comparison,
        @Schema(required = true, nullable = true) @Nullable WithdrawnView withdrawn,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true, examples = "registrar") String recordedBy) {

    /** That a statement was recorded wrongly. */
    @Schema(name = "StatementWithdrawn", description = "That the statement was recorded wrongly.")
    record WithdrawnView(
            @Schema(required = true) Instant at,
            @Schema(required = true, examples = "registrar") String by,

            @Schema(required = true, examples = "The report is about another ambassador")
            String reason) {}

    static StatementView of(SourceStatement statement, Comparison comparison, @Nullable Withdrawal withdrawal) {
        return new StatementView(
                statement.id,
                statement.agreementId,
                statement.fact,
                statement.value,
                statement.source,
                statement.confidence,
                statement.note,
                comparison,
                withdrawal == null
                        ? null
                        : new WithdrawnView(withdrawal.withdrawnAt, withdrawal.withdrawnBy, withdrawal.reason),
                statement.recordedAt,
                statement.recordedBy);
    }
}
