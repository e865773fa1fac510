package org.moutracker.timerules;

import static java.util.stream.Collectors.joining;

import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in plain words what a step did, so that a person can check it without knowing the engine. */
final class Sentences {

    private final Rule rule;
    private final Counting counting;

    Sentences(Rule rule, Counting counting) {
        this.rule = rule;
        this.counting = counting;
    }

    Explained anchor(Start.Known start, ZoneId zone) {
        var because = Stream.of(chosen(start.source()), source(start, zone), counted())
                .filter(part -> !part.isEmpty())
                .collect(joining("; "));
        return new Explained(
                rule.anchor().label(),
                start.position().day().toString(),
                because.isEmpty() ? "the day of the event" : because);
    }

    private String chosen(Anchor source) {
        return source.equals(rule.anchor()) ? "" : source.label() + " decides";
    }

    private static String source(Start.Known start, ZoneId zone) {
        return switch (start.position()) {
            case Position.Moment(var at, var day) -> at + " is this day in " + zone;
            case Position.Event event -> start.source() instanceof Anchor.On ? "a printed date" : "";
            case Position.LastDay last -> "";
        };
    }

    /** Only where days are counted from the event it matters whether its own day is one of them. */
    private String counted() {
        var first = rule.steps().isEmpty() ? new Step.SameDay() : rule.steps().getFirst();
        return switch (first) {
            case Step.Within w -> dayOfTheEvent();
            case Step.OnDay o -> dayOfTheEvent();
            case Step.AtLeastBefore b -> dayOfTheEvent();
            case Step.ClearDaysBefore c -> dayOfTheEvent();
            case Step.WorkingDays w -> dayOfTheEvent();
            case Step.Term t -> dayOfTheEvent();
            case Step.Elapsed(var duration, var hourExcluded) ->
                hourExcluded ? "the hour of the event is not counted" : "hours run from the event itself";
            case Step.FirstOfMonth f -> "";
            case Step.EndOfMonth e -> "";
            case Step.EndOfYear e -> "";
            case Step.EndOfFiscalYear e -> "";
            case Step.Renewed r -> "";
            case Step.Occurrence o -> "";
            case Step.SameDay s -> "";
            case Step.Vague v -> "";
        };
    }

    private String dayOfTheEvent() {
        return rule.countsTheDayOfTheEvent() ? "the day of the event is day 1" : "the day of the event is not counted";
    }

    Explained step(Step step, Position from, Position to) {
        return new Explained(step.label(), to.day().toString(), because(step, from, to));
    }

    private String because(Step step, Position from, Position to) {
        var day = from.day();
        return switch (step) {
            case Step.Within(var period) ->
                Words.of(period) + " after " + day + numbered(period, from, to) + notes(period, 1, from);
            case Step.Term(var period) -> "in force for " + Words.of(period) + " from " + day + notes(period, 1, from);
            case Step.OnDay(var period) ->
                "the day that is " + Words.of(period) + " after " + day + notes(period, 1, from)
                        + "; it begins with that day";
            case Step.AtLeastBefore(var period) -> Words.of(period) + " before " + day + notes(period, -1, from);
            case Step.ClearDaysBefore(var days) ->
                Words.count(days, "whole day") + " between this day and " + day + ", neither of them counted";
            case Step.WorkingDays(var days) ->
                Words.count(Math.abs(days), "working day") + (days < 0 ? " before " : " after ") + day;
            case Step.FirstOfMonth(var n) -> "the first day of " + Words.followingMonth(n, day);
            case Step.EndOfMonth(var n) -> "the last day of " + Words.followingMonth(n, day);
            case Step.EndOfYear(var n) -> "the last day of " + Words.followingYear(n, day);
            case Step.EndOfFiscalYear(var month) ->
                "the end of the fiscal year that " + day + " lies in; it ends with " + Words.month(month);
            case Step.Renewed(var period, var times) ->
                "renewed " + Words.count(times, "time") + " for " + Words.of(period) + ", counted from " + day
                        + clipped(period, times, from);
            case Step.Occurrence(var every, var k) ->
                "the " + Words.ordinal(k) + " time, every " + Words.of(every) + " counted from " + day
                        + clipped(every, k, from);
            case Step.SameDay() -> "the day itself is the last day";
            case Step.Elapsed(var duration, var hourExcluded) ->
                Words.of(duration) + " of real time"
                        + (hourExcluded ? ", counted from the next full hour" : "")
                        + (to instanceof Position.Moment(var at, var local) ? ", until " + at : "");
            case Step.Vague(var words, var reviewAfter) -> words;
        };
    }

    /** Days can be counted on the fingers, so the first and the last are named. */
    private String numbered(Period period, Position from, Position to) {
        var days = period.get(ChronoUnit.DAYS);
        if (period.toTotalMonths() != 0 || days < 2) {
            return "";
        }
        var first = counting.countsItself(from) ? from.day() : from.day().plusDays(1);
        return ": day 1 is " + first + ", day " + days + " is " + to.day();
    }

    private String notes(Period period, int direction, Position from) {
        var first = counting.countsItself(from) && period.toTotalMonths() != 0 ? "; that day is the first" : "";
        var last = counting.endsEarly(from, period) ? "; the day before the corresponding date is the last" : "";
        return clipped(period, direction, from) + first + last;
    }

    /** Where the month that is reached has no day of that number. */
    private String clipped(Period period, long times, Position from) {
        var months = period.toTotalMonths() * times;
        var corresponding = from.day().plusMonths(months);
        if (isClipped(period, times, from)) {
            return "; " + YearMonth.from(corresponding) + " has no day "
                    + from.day().getDayOfMonth() + ", so its last day";
        }
        return rule.monthEndOrDefault().plusMonths(from.day(), months).equals(corresponding)
                ? ""
                : "; the end of a month stays the end of a month";
    }

    private static boolean isClipped(Period period, long times, Position from) {
        var corresponding = from.day().plusMonths(period.toTotalMonths() * times);
        return corresponding.getDayOfMonth() < from.day().getDayOfMonth();
    }

    /** Instruments differ on a month end that is also counted one day short: computed the strict way, and said. */
    Optional<String> doubt(Step step, Position from) {
        return switch (step) {
            case Step.Within(var period) -> doubt(period, from);
            case Step.Term(var period) -> doubt(period, from);
            default -> Optional.empty();
        };
    }

    private Optional<String> doubt(Period period, Position from) {
        var endsADayEarly = counting.countsItself(from) || counting.endsEarly(from, period);
        return endsADayEarly && isClipped(period, 1, from)
                ? Optional.of("the period ends at a month end and a day early: check how the instrument counts")
                : Optional.empty();
    }

    String whyItStays() {
        return switch (End.of(rule.lastStep())) {
            case PERIOD, NOTICE, DAY -> "a printed date";
            case EVENT -> "an event";
            case MOMENT -> "a period in hours";
            case WORDS -> "what names no day";
        };
    }

    /** Whose midnight it is: the same day ends at another instant on every clock. */
    static Explained clock(Rule rule, Outcome chosen, List<Outcome> all) {
        var mode = rule.clockOrDefault().mode();
        var happens =
                switch (End.of(rule.lastStep())) {
                    case PERIOD, NOTICE, DAY -> rule.closeOfBusiness() == null ? "ends" : "closes";
                    case EVENT -> "begins";
                    case MOMENT, WORDS -> "is the day";
                };
        var days = all.stream()
                .map(outcome ->
                        "%s %s in %s at %s".formatted(outcome.lastDay(), happens, outcome.zone(), outcome.dueAt()))
                .collect(joining(", "));
        return new Explained("CLOCK " + mode, chosen.lastDay().toString(), days + (all.size() > 1 ? why(mode) : ""));
    }

    private static String why(Clock.Mode mode) {
        return switch (mode) {
            case ONE, LATEST -> "; nobody is late until the day is over for all";
            case EARLIEST -> "; everybody is late once the day is over for one";
        };
    }
}
