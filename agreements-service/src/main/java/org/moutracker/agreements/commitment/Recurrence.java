package org.moutracker.agreements.commitment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.Periods;
import org.moutracker.platform.problem.Violation;

/**
 * How often a commitment is to be kept: the k-th time is its rule followed by k periods, always from the first anchor.
 *
 * @param times how often in all; null for as long as the agreement lasts
 * @param until the last day on which it can fall
 */
@Schema(
        description =
                "How often it is to be kept, once unless told; every time is counted from the first, so that no day drifts.")
public record Recurrence(
        @NotNull @Schema(implementation = String.class, examples = "P6M")
        Period every,

        @Min(1)
        @Max(1000)
        @Schema(nullable = true, description = "How often in all; as long as the agreement lasts unless told")
        @Nullable
        Integer times,

        @Schema(nullable = true, description = "The last day on which it can fall", examples = "2028-01-01") @Nullable
        LocalDate until) {

    void check(String path, List<Violation> violations) {
        Periods.check(path + ".every", every, violations);
    }
}
