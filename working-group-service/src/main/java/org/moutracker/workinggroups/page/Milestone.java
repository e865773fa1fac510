package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in a group, or is to.
 *
 * @param event what, as its words call it
 * @param to the day that something was moved to
 */
record Milestone(
        LocalDate day,
        String event,
        String title,
        boolean provisional,
        @Nullable LocalDate to) {

    static Milestone of(LocalDate day, String event, Due due) {
        return new Milestone(day, event, due.title(), due.provisional(), null);
    }
}
