package org.moutracker.agreements.implementation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentStatus;

/** What has become of one commitment. */
@Schema(description = "What has become of one commitment, and how it is counted.")
record CommitmentScore(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "C-02") String code,

        @Schema(required = true, examples = "Train 120 professionals")
        String title,

        @Schema(required = true) CommitmentStatus status,

        @Schema(required = true, description = "The sides that owe it", examples = "[\"PK\"]")
        List<String> sides,

        @Schema(required = true, examples = "2") BigDecimal weight,

        @Schema(required = true, description = "False of what was waived or cancelled")
        boolean counts,

        @Schema(required = true, description = "0 to 1: what all sides say is done", examples = "0.25")
        BigDecimal share,

        @Schema(
                required = true,
                description = "The same when what one side reports fulfilled is believed",
                examples = "0.25")
        BigDecimal reportedShare,

        @Schema(required = true, examples = "30 of 120 persons by the report for 2026-01-10")
        String because,

        @Schema(required = true, nullable = true, examples = "2026-01-10") @Nullable
        LocalDate lastReportedOn,

        @Schema(
                required = true,
                nullable = true,
                description = "The next day that it is due on",
                examples = "2026-06-30")
        @Nullable
        LocalDate nextDue,

        @Schema(required = true) DeadlineCounts deadlines) {}
