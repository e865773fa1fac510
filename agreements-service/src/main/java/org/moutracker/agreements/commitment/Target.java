package org.moutracker.agreements.commitment;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/**
 * How much is to be reached, and how that is measured.
 *
 * @param baseline where it stood when it was promised; 0 unless told
 */
@Schema(description = "How much is to be reached, and how that is measured.")
public record Target(
        @NotBlank @Size(max = 300) @Schema(examples = "Professionals trained")
        String indicator,

        @Digits(integer = 15, fraction = 6)
        @Schema(nullable = true, description = "Where it stood when it was promised; 0 unless told", examples = "0")
        @Nullable
        BigDecimal baseline,

        @NotNull @Digits(integer = 15, fraction = 6) @Schema(examples = "120")
        BigDecimal target,

        @Size(min = 1, max = 50) @Schema(nullable = true, examples = "persons") @Nullable
        String unit) {

    // Four digits: a hundredth of a percent.
    private static final int SHARE_DIGITS = 4;

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent.
    public Target {
        baseline = Numbers.plain(baseline);
        target = Numbers.plain(target);
    }

    void check(String path, List<Violation> violations) {
        if (from().compareTo(target) == 0) {
            violations.add(new Violation(path + ".target", "must not be the baseline, " + from().toPlainString()));
        }
    }

    /** How much of the way a value has come: 0 at the baseline, 1 at the target. */
    BigDecimal share(BigDecimal value) {
        return Objects.requireNonNull(Numbers.plain(
                value.subtract(from()).divide(target.subtract(from()), SHARE_DIGITS, RoundingMode.HALF_EVEN)));
    }

    /** What a value that was reported for a day comes to. */
    public Reached reached(BigDecimal value, LocalDate on) {
        return new Reached(value, on, share(value));
    }

    /** Whether a value reported against another target still says something about this one. */
    boolean measuresAs(@Nullable Target other) {
        return other != null && indicator.equals(other.indicator) && Objects.equals(unit, other.unit);
    }

    private BigDecimal from() {
        return baseline == null ? BigDecimal.ZERO : baseline;
    }
}
