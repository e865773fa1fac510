package org.moutracker.agreements.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.LegalEventType;

/** A commitment as callers and other services see it. */
@Schema(name = "Commitment", description = "What was promised, by whom, to whom, until when, and where it stands.")
public record CommitmentState(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID agreementId,
        @Schema(required = true, examples = "C-01") String code,
        @Schema(required = true) String title,
        @Schema(required = true) CommitmentKind kind,
        @Schema(required = true) Basis basis,
        @Schema(required = true, nullable = true) @Nullable String clause,
        @Schema(required = true) CommitmentMode mode,
        @Schema(required = true) List<String> obligors,
        @Schema(required = true) List<String> beneficiaries,
        @Schema(required = true) CommitmentStatus status,
        @Schema(required = true, nullable = true) @Nullable Body body,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "#/components/schemas/TimeRule") @Nullable
        Map<String, Object> rule,

        @Schema(required = true, nullable = true) @Nullable Recurrence recurrence,

        @Schema(required = true, description = "Legal events of the agreement after which it need not be kept")
        List<LegalEventType> unless,

        @Schema(required = true, description = "Names of the agreement's areas that it belongs to; none for the whole")
        List<String> areas,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                nullable = true,
                description = "Number of the amendment that gave it its present form; left out where none has",
                examples = "1")
        @Nullable
        Integer amendment,

        @Schema(required = true) long version) {}
