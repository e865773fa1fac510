package org.moutracker.workinggroups.page;

import java.time.Duration;
import java.time.Instant;

/** How much time is left, or how late it is, in the largest unit that has begun. */
record Countdown(Unit unit, long count) {

    /** What is counted; the key of its words. */
    enum Unit {
        DAYS_LEFT("left.days"),
        HOURS_LEFT("left.hours"),
        MINUTES_LEFT("left.minutes"),
        DAYS_LATE("late.days"),
        HOURS_LATE("late.hours"),
        MINUTES_LATE("late.minutes");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * Whole units only. The instant that is too late ends a day, so that the days left are those from today to the last
     * day where it ends.
     */
    static Countdown of(Instant dueAt, Instant now) {
        var late = !dueAt.isAfter(now);
        var time = late ? Duration.between(dueAt, now) : Duration.between(now, dueAt);
        if (time.toDays() > 0) {
            return new Countdown(late ? Unit.DAYS_LATE : Unit.DAYS_LEFT, time.toDays());
        }
        return time.toHours() > 0
                ? new Countdown(late ? Unit.HOURS_LATE : Unit.HOURS_LEFT, time.toHours())
                : new Countdown(late ? Unit.MINUTES_LATE : Unit.MINUTES_LEFT, time.toMinutes());
    }
}
