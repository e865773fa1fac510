package org.moutracker.agreements.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Days from one to another, both of them too; open where there is none. */
record DayRange(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** As a caller asks for it, in two parameters whose names begin alike. */
    static DayRange of(String name, @Nullable LocalDate from, @Nullable LocalDate until) {
        for (var day : new LocalDate[] {from, until}) {
            if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
                throw new InvalidRequest(
                        name + (day.equals(from) ? "From" : "Until"), "must be in the years 0001 to 9999");
            }
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new InvalidRequest(name + "Until", "must not be before %sFrom".formatted(name));
        }
        return new DayRange(from, until);
    }

    boolean isOpen() {
        return from == null && until == null;
    }
}
