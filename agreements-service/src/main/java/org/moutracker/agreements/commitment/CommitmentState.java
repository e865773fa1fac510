package org.moutracker.agreements.commitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A commitment as callers and other services see it. */
@Schema(name = "Commitment", description = "What was promised, by whom, to whom, until when, and where it stands.")
public record CommitmentState(
        UUID id,
        UUID agreementId,
        @Schema(examples = "C-01") String code,
        String title,
        CommitmentKind kind,
        Basis basis,
        @Schema(nullable = true) @Nullable String clause,
        CommitmentMode mode,
        List<String> obligors,
        List<String> beneficiaries,
        CommitmentStatus status,
        @Nullable Body body,

        @Schema(ref = "#/components/schemas/TimeRule") @Nullable
        Map<String, Object> rule,

        long version) {}
