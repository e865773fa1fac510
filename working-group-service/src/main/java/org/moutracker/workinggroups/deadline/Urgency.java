package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What time alone makes of an active deadline: derived when asked, never stored. */
enum Urgency {
    /** The last day is 14 days or less away, counted from the present day in UTC. */
    DUE_SOON,
    /** The instant that is too late has come. */
    OVERDUE;

    static final int DAYS = 14;

    static @Nullable Urgency of(
            DeadlineStatus status, @Nullable LocalDate lastDay, @Nullable Instant dueAt, Instant now) {
        if (status != DeadlineStatus.ACTIVE || lastDay == null || dueAt == null) {
            return null;
        }
        if (!dueAt.isAfter(now)) {
            return OVERDUE;
        }
        return lastDay.isAfter(horizon(now)) ? null : DUE_SOON;
    }

    /** The last day that is soon. */
    static LocalDate horizon(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(DAYS);
    }
}
