package org.moutracker.workinggroups.report;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;
import org.moutracker.workinggroups.workinggroup.ReportRule;

/**
 * The next report that a group's terms ask for. Its number is only counted on; its period follows from what was covered,
 * so that terms that change never ask for the same days twice.
 *
 * @param number counts from 1
 * @param period which period after the establishment it ends with, counted from 1
 * @param from the first day that it has to cover
 * @param end the day on which the next period begins
 */
record ReportDuty(int number, int period, LocalDate from, LocalDate end, Rule rule) {

    // Reports every day for a lifetime; what is more than that is no rule anybody keeps.
    private static final int MOST = 40_000;

    /** What is asked for after so many reports that cover everything until a day. */
    static ReportDuty next(ReportRule asked, LocalDate established, int reported, @Nullable LocalDate until) {
        var every = Period.parse(asked.every());
        var from = until == null ? established : until.plusDays(1);
        var period = 1;
        while (period < MOST && !established.plus(every.multipliedBy(period)).isAfter(from)) {
            period++;
        }
        var rule = new Rule(
                new Anchor.Event(AnchorEvent.GROUP_ESTABLISHED),
                List.of(new Step.Occurrence(every, period), new Step.Within(Period.parse(asked.within()))),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new ReportDuty(reported + 1, period, from, established.plus(every.multipliedBy(period)), rule);
    }

    /** Whether a report of these days is it: it leaves out none that has to be covered. */
    boolean isCoveredBy(LocalDate first, LocalDate last) {
        return !first.isAfter(from) && !last.isBefore(end.minusDays(1));
    }
}
