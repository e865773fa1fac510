package org.moutracker.notifications.workinggroup;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is away.
 *
 * @param deputy the person who stands in; null when nobody does
 */
public record Absence(
        LocalDate from, LocalDate to, @Nullable UUID deputy) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
