package org.moutracker.timerules;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.LocalDate;

/** What becomes of a month end when months are counted. */
public enum MonthEnd {
    /** The same number of the day; where the month has none, its last day (ETS 76, article 4). */
    CORRESPONDING_DATE,
    /** A period that starts on the last day of a month ends on the last day of a month: 28 February and 6 months is 31 August. */
    STICKY;

    LocalDate plusMonths(LocalDate day, long months) {
        var corresponding = day.plusMonths(months);
        return switch (this) {
            case CORRESPONDING_DATE -> corresponding;
            case STICKY ->
                months != 0 && day.equals(day.with(lastDayOfMonth()))
                        ? corresponding.with(lastDayOfMonth())
                        : corresponding;
        };
    }
}
