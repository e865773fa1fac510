package org.moutracker.workinggroups.deadline;

import java.util.List;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Explained;

/** What a deadline's rule, facts, extension and suspensions together make of its date; changes nothing. */
final class Reckoning {

    private Reckoning() {}

    static Schedule of(Deadline deadline, Calendars calendars) {
        var rule = deadline.rule();
        return Pauses.restored(byRule(deadline, calendars), rule, deadline.facts, relevant(deadline), calendars);
    }

    /** Whether another time of what recurs follows this one. */
    static boolean recurs(Deadline deadline, Calendars calendars) {
        var recurrence = deadline.descent.recurrence();
        if (recurrence == null) {
            return false;
        }
        var next = deadline.descent.occurrence() + 1;
        if (recurrence.until() == null) {
            return recurrence.has(next, null);
        }
        var rule = recurrence.rule(deadline.descent.first(deadline.rule()), next);
        return recurrence.has(next, Schedule.of(rule, deadline.facts, calendars).lastDay());
    }

    private static Schedule byRule(Deadline deadline, Calendars calendars) {
        var rule = deadline.rule();
        var day = deadline.extendedTo;
        if (day != null) {
            // A day that was agreed on stands, whatever the facts become.
            var why = deadline.schedule.explanation().stream()
                    .filter(step -> step.step().equals(Extension.STEP))
                    .findFirst()
                    .map(Explained::because)
                    .orElse("");
            return new Extension.ToDay(day).schedule(rule, deadline.facts, calendars, why);
        }
        var next = Schedule.of(rule, deadline.facts, calendars);
        return deadline.extended ? Extension.kept(deadline.schedule, next) : next;
    }

    /** Who agreed on another day knew of the suspensions before. */
    private static List<Suspension> relevant(Deadline deadline) {
        var since = deadline.extendedOn;
        return since == null
                ? deadline.suspensions
                : deadline.suspensions.stream()
                        .filter(suspension -> !suspension.since().isBefore(since))
                        .toList();
    }
}
