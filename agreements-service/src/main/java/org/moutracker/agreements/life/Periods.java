package org.moutracker.agreements.life;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/** Holds the periods of callers to what an agreement can mean. */
public final class Periods {

    // Longer than any term on record; what repeats it stays within the years that dates can have.
    private static final int YEARS = 100;

    private Periods() {}

    /** Refuses a period that is negative, nothing at all, or longer than a century. */
    public static void check(String field, @Nullable Period period, List<Violation> violations) {
        if (period == null) {
            return;
        }
        if (period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0 || period.isZero()) {
            violations.add(new Violation(field, "must be longer than nothing"));
        } else if (period.toTotalMonths() > 12L * YEARS || period.getDays() > 366 * YEARS) {
            violations.add(new Violation(field, "must not be longer than " + YEARS + " years"));
        }
    }
}
