package org.moutracker.agreements.progress;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.history.Evidence;
import org.moutracker.agreements.commitment.history.OnBehalf;

/**
 * What a party reports about a commitment.
 *
 * @param on the day that it speaks of
 */
@Schema(
        name = "ProgressReport",
        description = "What a party reports. Recorded by whoever uses the system, also on behalf of another side.")
record ReportForm(
        @NotBlank @Schema(required = true, description = "Code of the party that reports", examples = "PK")
        String party,

        @Schema(defaultValue = "PROGRESS") ReportKind kind,

        @NotNull
        @Schema(
                required = true,
                description = "The day that it speaks of; not after today, nor before the agreement was signed",
                examples = "2026-01-10")
        LocalDate on,

        @NotBlank
        @Size(max = 4000)
        @Schema(required = true, description = "What was done", examples = "Thirty nurses have finished the course")
        String done,

        @Digits(integer = 15, fraction = 6)
        @Schema(
                nullable = true,
                description = "Of the indicator in the commitment's target, as a whole and not what was added",
                examples = "30")
        @Nullable
        BigDecimal value,

        @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
        @Schema(nullable = true) @Valid @Nullable OnBehalf onBehalf) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    ReportForm {
        kind = requireNonNullElse(kind, ReportKind.PROGRESS);
        evidence = requireNonNullElse(evidence, List.of());
    }
}
