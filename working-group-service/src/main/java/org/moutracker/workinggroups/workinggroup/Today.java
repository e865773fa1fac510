package org.moutracker.workinggroups.workinggroup;

import java.time.LocalDate;
import org.moutracker.platform.problem.InvalidRequest;

/** The day that it is for a group, or for one of its parties. */
record Today(LocalDate day) {

    /** Refuses a day that has not come. */
    void requireReached(String field, LocalDate other) {
        if (other.isAfter(day)) {
            throw new InvalidRequest(field, "must not be after today, %s".formatted(day));
        }
    }
}
