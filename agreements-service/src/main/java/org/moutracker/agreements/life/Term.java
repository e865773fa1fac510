package org.moutracker.agreements.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/**
 * How long the agreement is to remain in force, and how it can end.
 *
 * @param period from its entry into force; or else until a printed day, or for an indefinite time
 */
@Schema(
        description =
                "How long the agreement remains in force: for a period from its entry into force, until a day, or, with "
                        + "nothing but a terminationNotice, for an indefinite time.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Term(
        @Schema(
                implementation = String.class,
                nullable = true,
                description = "ISO 8601 period of years, months and days, counted from the entry into force",
                examples = "P5Y")
        @Nullable
        Period period,

        @Schema(nullable = true, description = "Its last day, where the text prints one") @Nullable
        LocalDate until,

        @Schema(nullable = true) @Valid @Nullable Renewal renewal,

        @Schema(
                implementation = String.class,
                nullable = true,
                description = "How long after a notice the agreement ends",
                examples = "P6M")
        @Nullable
        Period terminationNotice,

        @Size(max = 4000) @Schema(nullable = true, description = "The words it rests on, or where they stand") @Nullable
        String clause) {

    /** Refuses what is wrong beyond single fields. */
    public void check(String path, List<Violation> violations) {
        if (period != null && until != null) {
            violations.add(new Violation(path + ".until", "is given instead of a period, not beside it"));
        }
        if (!isLimited() && terminationNotice == null) {
            violations.add(new Violation(path + ".period", "must be given, or until, or terminationNotice"));
        }
        Periods.check(path + ".period", period, violations);
        Periods.check(path + ".terminationNotice", terminationNotice, violations);
        if (renewal != null) {
            renewal.check(path + ".renewal", violations);
            if (!isLimited()) {
                violations.add(new Violation(path + ".renewal", "needs a period or until, whose end it follows"));
            }
        }
    }

    boolean lastsAsLongAs(Term other) {
        return Objects.equals(period, other.period) && Objects.equals(until, other.until);
    }

    boolean isLimited() {
        return period != null || until != null;
    }
}
