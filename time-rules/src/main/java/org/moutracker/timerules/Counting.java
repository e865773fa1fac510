package org.moutracker.timerules;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Takes one step. On local days alone: a clock is looked at only where hours run. */
final class Counting {

    private final Rule rule;
    private final OpenDays open;
    private final ZoneId zone;

    Counting(Rule rule, OpenDays open, ZoneId zone) {
        this.rule = rule;
        this.open = open;
        this.zone = zone;
    }

    Position after(Position from, Step step) {
        var day = from.day();
        return switch (step) {
            case Step.Within(var period) -> new Position.LastDay(lastDayOf(from, period));
            case Step.Term(var period) -> new Position.LastDay(lastDayOf(from, period));
            case Step.OnDay(var period) ->
                new Position.Event(plus(day, period, 1).minusDays(countsItself(from) ? 1 : 0));
            case Step.AtLeastBefore(var period) -> new Position.LastDay(lastDayBefore(from, period));
            case Step.ClearDaysBefore(var days) -> new Position.LastDay(day.minusDays(days + 1L));
            case Step.WorkingDays(var days) -> new Position.LastDay(workingDays(from, days));
            case Step.FirstOfMonth(var n) ->
                new Position.Event(day.plusMonths(n).withDayOfMonth(1));
            case Step.EndOfMonth(var n) -> endOfMonth(day.plusMonths(n));
            case Step.EndOfYear(var n) -> endOfMonth(day.plusYears(n).withMonth(12));
            case Step.EndOfFiscalYear(var lastMonth) -> endOfMonth(inLastMonthOfFiscalYear(day, lastMonth));
            case Step.Renewed(var period, var times) -> new Position.LastDay(plus(day, period, times));
            case Step.Occurrence(var every, var k) -> new Position.LastDay(plus(day, every, k));
            case Step.SameDay() -> new Position.LastDay(day);
            case Step.Elapsed elapsed -> afterHours(from, elapsed);
            case Step.Vague vague -> from;
        };
    }

    /** What comes after the end of a period starts on the next day, so there only the day of an event can be counted. */
    boolean countsItself(Position from) {
        return rule.countsTheDayOfTheEvent() && !(from instanceof Position.LastDay);
    }

    /** Of months that run from an event the instrument may let the day before the corresponding date be the last. */
    boolean endsEarly(Position from, Period period) {
        return rule.endsBeforeTheCorrespondingDate()
                && period.toTotalMonths() != 0
                && !(from instanceof Position.LastDay);
    }

    private LocalDate lastDayOf(Position from, Period period) {
        var corresponding = plus(from.day(), period, 1);
        // Both say that the first and the last day of the period must not have the same number: one day less, not two.
        return countsItself(from) || endsEarly(from, period) ? corresponding.minusDays(1) : corresponding;
    }

    private LocalDate lastDayBefore(Position from, Period period) {
        return plus(from.day(), period, -1)
                .plusDays(countsItself(from) ? 1 : 0)
                .minusDays(endsEarly(from, period) ? 1 : 0);
    }

    /** Months first, then days, as LocalDate does it; several times at once and never one by one, so that nothing drifts. */
    private LocalDate plus(LocalDate day, Period period, long times) {
        return rule.monthEndOrDefault()
                .plusMonths(day, period.toTotalMonths() * times)
                .plusDays(period.get(ChronoUnit.DAYS) * times);
    }

    LocalDate workingDays(Position from, int days) {
        var direction = Integer.signum(days);
        var day = countsItself(from) ? from.day().minusDays(direction) : from.day();
        for (var i = 0; i < Math.abs(days); i++) {
            day = direction > 0 ? open.next(day) : open.previous(day);
        }
        return day;
    }

    private static Position endOfMonth(LocalDate day) {
        return new Position.LastDay(day.with(lastDayOfMonth()));
    }

    private static LocalDate inLastMonthOfFiscalYear(LocalDate day, int lastMonth) {
        return day.plusMonths(Math.floorMod(lastMonth - day.getMonthValue(), 12));
    }

    private Position afterHours(Position from, Step.Elapsed step) {
        var start = from.dueAt(zone, null).atZone(zone);
        if (step.hourExcluded()) {
            start = nextFullHour(start);
        }
        var end = start.plus(step.duration());
        // At midnight sharp the day before is the last that was in time.
        return new Position.Moment(end.toInstant(), end.minusNanos(1).toLocalDate());
    }

    /** Also at ten sharp the hour of the event is the one from ten to eleven. */
    private static ZonedDateTime nextFullHour(ZonedDateTime moment) {
        return moment.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
}
