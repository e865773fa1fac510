package org.moutracker.agreements.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/**
 * That the agreement renews itself with the end of its term.
 *
 * @param times how often; null for as often as nobody objects
 * @param objection how long before the end at the latest a party can object; null until the end itself
 */
@Schema(description = "The agreement renews itself with the end of its term unless a party objects.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Renewal(
        @NotNull @Schema(implementation = String.class, description = "For how long each time", examples = "P1Y")
        Period period,

        @Min(1)
        @Max(1000)
        @Schema(nullable = true, description = "How often; as often as nobody objects unless told")
        @Nullable
        Integer times,

        @Schema(
                implementation = String.class,
                nullable = true,
                description = "How long before the end of the term a party can still object; until the end unless told",
                examples = "P6M")
        @Nullable
        Period objection) {

    // No agreement on record renews itself more often than monthly; every renewal is a line of the ledger.
    private static final LocalDate SHORT = LocalDate.EPOCH.plusWeeks(4);

    void check(String path, List<Violation> violations) {
        var before = violations.size();
        Periods.check(path + ".period", period, violations);
        if (violations.size() == before && LocalDate.EPOCH.plus(period).isBefore(SHORT)) {
            violations.add(new Violation(path + ".period", "must not be shorter than four weeks"));
        }
        Periods.check(path + ".objection", objection, violations);
    }
}
