package org.moutracker.notifications.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days for which somebody is named.
 *
 * @param until the last of them; null while it is not known
 */
record Term(LocalDate from, @Nullable LocalDate until) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
