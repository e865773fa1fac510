package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import org.moutracker.timerules.Calendars;

/**
 * With which time something that recurs begins here. An agreement may be registered years after its signature: then the
 * last time that has passed is the first that is looked at, so that it is asked for and not all before it.
 */
final class FirstTime {

    private FirstTime() {}

    static int of(Commissioned by, Calendars calendars, Instant now) {
        var recurrence = by.recurrence();
        if (recurrence == null) {
            return by.occurrence();
        }
        var passed = 0;
        var end = recurrence.times() == null ? Recurrence.MOST : recurrence.times();
        while (passed + 1 < end) {
            var middle = (passed + end) >>> 1;
            if (isPassed(by, recurrence, middle, calendars, now)) {
                passed = middle;
            } else {
                end = middle;
            }
        }
        return passed;
    }

    private static boolean isPassed(
            Commissioned by, Recurrence recurrence, int time, Calendars calendars, Instant now) {
        var schedule = Schedule.of(by.ruleOf(time), by.facts(), calendars);
        var due = schedule.dueAt();
        return due != null && !due.isAfter(now) && recurrence.has(time, schedule.lastDay());
    }
}
