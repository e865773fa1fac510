package org.moutracker.workinggroups.deadline;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Explained;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/** What suspensions make of a date: while one lasts the clock stands, and after it the days that remained are restored. */
final class Pauses {

    static final String STEP = "SUSPENSION";

    private Pauses() {}

    /** Whether the clock stands: one has begun in time and is not over. */
    static boolean stands(Schedule schedule, List<Suspension> suspensions) {
        var lastDay = schedule.lastDay();
        return suspensions.stream()
                .anyMatch(suspension -> suspension.until() == null
                        && (lastDay == null || !suspension.since().isAfter(lastDay)));
    }

    /** The schedule with what remained when each suspension began. */
    static Schedule restored(
            Schedule schedule,
            Rule rule,
            Map<String, String> facts,
            List<Suspension> suspensions,
            Calendars calendars) {
        var restored = schedule;
        for (var suspension : suspensions) {
            var days = days(restored, suspension, RuleDays.anchor(rule, facts));
            if (days > 0) {
                restored = later(restored, days, rule, suspension, calendars);
            }
        }
        return restored;
    }

    private static long days(Schedule schedule, Suspension suspension, @Nullable LocalDate anchor) {
        var lastDay = schedule.lastDay();
        var until = suspension.until();
        if (lastDay == null || until == null || suspension.since().isAfter(lastDay)) {
            return 0;
        }
        if (anchor == null || anchor.equals(lastDay)) {
            return DAYS.between(suspension.since(), until);
        }
        // What is counted back from a later day does not run, so it cannot stand still either.
        if (anchor.isAfter(lastDay)) {
            return 0;
        }
        return DAYS.between(suspension.since().isBefore(anchor) ? anchor : suspension.since(), until);
    }

    private static Schedule later(Schedule schedule, long days, Rule rule, Suspension suspension, Calendars calendars) {
        var lastDay = requireNonNull(schedule.lastDay());
        var remaining = new Rule(
                new Anchor.On(lastDay),
                List.of(new Step.Within(Period.ofDays(Math.toIntExact(days)))),
                null,
                null,
                rule.roll(),
                rule.calendars(),
                rule.clock(),
                rule.closeOfBusiness(),
                null,
                null);
        var next = Schedule.of(remaining, Map.of(), calendars);
        return schedule.continuedBy(
                next,
                new Explained(
                        STEP,
                        String.valueOf(next.lastDay()),
                        "suspended from %s to %s: the days that remained are restored"
                                .formatted(suspension.since(), suspension.until())));
    }
}
