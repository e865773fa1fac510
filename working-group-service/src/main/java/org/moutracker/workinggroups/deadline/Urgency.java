package org.moutracker.workinggroups.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What time alone makes of an active deadline: derived when asked, never stored. */
public enum Urgency {
    /** The last day is 14 days or less away, counted by the deadline's own clock. */
    DUE_SOON,
    /** The instant that is too late has come. */
    OVERDUE;

    static final int DAYS = 14;

    public static @Nullable Urgency of(
            DeadlineStatus status, @Nullable LocalDate lastDay, @Nullable Instant dueAt, Instant now) {
        if (status != DeadlineStatus.ACTIVE || lastDay == null || dueAt == null) {
            return null;
        }
        if (!dueAt.isAfter(now)) {
            return OVERDUE;
        }
        return dueAt.isAfter(horizon(now)) ? null : DUE_SOON;
    }

    /** What falls due up to then is due soon: the instant that is too late comes at the end of the last day. */
    static Instant horizon(Instant now) {
        return now.plus(Duration.ofDays(DAYS + 1));
    }
}
