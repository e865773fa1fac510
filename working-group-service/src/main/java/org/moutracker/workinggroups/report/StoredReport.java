package org.moutracker.workinggroups.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that was handed in: what it says stays as it was. */
@Schema(name = "Report", description = "A report that was handed in, as everything was known then.")
public record StoredReport(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID workingGroupId,

        @Schema(required = true, description = "Counted by group and year.", examples = "R-2026-01")
        String number,

        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, examples = "2025-10-14") LocalDate from,
        @Schema(required = true, examples = "2026-10-13") LocalDate to,

        @Schema(
                required = true,
                description = "Which of the reports that the terms of reference ask for it is; null when none.",
                examples = "1",
                nullable = true)
        @Nullable
        Integer duty,

        @Schema(required = true) Instant writtenAt,
        @Schema(required = true, examples = "registrar") String writtenBy,
        @Schema(required = true) GroupReport content) {

    /** As a list shows it. */
    @Schema(name = "ReportSummary", description = "A report that was handed in, without what it says.")
    public record Summary(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID workingGroupId,
            @Schema(required = true, examples = "R-2026-01") String number,

            @Schema(required = true, nullable = true) @Nullable
            UUID agreementId,

            @Schema(required = true) LocalDate from,
            @Schema(required = true) LocalDate to,

            @Schema(required = true, nullable = true) @Nullable
            Integer duty,

            @Schema(required = true) Instant writtenAt,
            @Schema(required = true) String writtenBy) {}

    static String number(int year, int serial) {
        return "R-%d-%02d".formatted(year, serial);
    }
}
