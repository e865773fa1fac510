package org.moutracker.timerules.clause;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * So many days, months, hours: {@code thirty (30) days}, {@code a period of one year and six months}.
 *
 * @param count how many hours, working days or clear days; 0 for a calendar period
 * @param refused why it cannot be meant; null when it can
 */
record Amount(
        Kind kind,
        Period period,
        int count,
        int next,
        @Nullable String refused) {

    enum Kind {
        CALENDAR,
        WORKING_DAYS,
        CLEAR_DAYS,
        HOURS
    }

    private static final int MOST_YEARS = 500; // what is longer is a slip of the pen, and dates end with the year 9999
    private static final int MOST_DAYS = 10_000;

    private static final Set<String> DAYS = Set.of("day", "days", "day's");
    private static final Set<String> WEEKS = Set.of("week", "weeks", "week's");
    private static final Set<String> FORTNIGHTS = Set.of("fortnight", "fortnights", "fortnight's");
    private static final Set<String> MONTHS = Set.of("month", "months", "month's");
    private static final Set<String> YEARS = Set.of("year", "years", "year's");
    private static final Set<String> HOURS = Set.of("hour", "hours", "hour's");

    private static final List<Phrase> LEAD = Phrase.all("a|an|the? maximum? period|term|duration|time of");

    /** A period with the words around it: {@code a period of 30 days}, {@code a 30-day period}. */
    static @Nullable Amount read(Text text, int from) {
        var at = Phrase.skip(LEAD, text, from);
        var hasArticle = at == from && (text.is(at, "a") || text.is(at, "an") || text.is(at, "the"));
        var amount = plain(text, at);
        if (amount == null && hasArticle) {
            amount = plain(text, at + 1);
            if (amount == null || !text.is(amount.next(), "period")) {
                return null;
            }
        }
        return amount != null && text.is(amount.next(), "period") ? amount.until(amount.next() + 1) : amount;
    }

    /** A number and a unit, with smaller units added by "and". */
    static @Nullable Amount plain(Text text, int from) {
        var first = single(text, from);
        if (first == null || first.kind() != Kind.CALENDAR || !text.is(first.next(), "and")) {
            return first;
        }
        var second = single(text, first.next() + 1);
        if (second == null || second.kind() != Kind.CALENDAR || rank(second.period) >= rank(first.period)) {
            return first;
        }
        var sum = first.period.plus(second.period);
        return new Amount(Kind.CALENDAR, sum, 0, second.next(), first.refused == null ? second.refused : first.refused);
    }

    private static int rank(Period period) {
        return period.getYears() != 0 ? 3 : period.getMonths() != 0 ? 2 : 1;
    }

    private static @Nullable Amount single(Text text, int from) {
        var number = Numbers.read(text, from);
        if (number == null) {
            var isOne = text.is(from, "a") || text.is(from, "an");
            number = isOne ? new Numbers.Counted(1, from + 1, false) : null;
        }
        if (number == null) {
            return null;
        }
        var at = text.is(number.next(), "-") ? number.next() + 1 : number.next();
        var amount = unit(text, at, number.value());
        if (amount == null) {
            return null;
        }
        if (number.contradicts()) {
            return amount.refusedBecause("“" + text.words(from, number.next()) + "” says two numbers");
        }
        return amount.isPlausible() ? amount : amount.refusedBecause("so long or so short a period cannot be meant");
    }

    private boolean isPlausible() {
        return switch (kind) {
            case CALENDAR ->
                !period.isZero()
                        && period.toTotalMonths() <= 12 * MOST_YEARS
                        && period.get(ChronoUnit.DAYS) <= 366L * MOST_YEARS;
            case WORKING_DAYS, CLEAR_DAYS, HOURS -> count > 0 && count <= MOST_DAYS;
        };
    }

    private static @Nullable Amount unit(Text text, int at, int number) {
        if ((text.is(at, "working") || text.is(at, "business")) && text.isIn(at + 1, DAYS)) {
            return new Amount(Kind.WORKING_DAYS, Period.ZERO, number, at + 2, null);
        }
        if (text.is(at, "clear") && text.isIn(at + 1, DAYS)) {
            return new Amount(Kind.CLEAR_DAYS, Period.ZERO, number, at + 2, null);
        }
        var isCalendar = text.is(at, "calendar") || text.is(at, "consecutive");
        var unit = isCalendar ? at + 1 : at;
        if (text.isIn(unit, DAYS)) {
            return calendar(Period.ofDays(number), unit);
        }
        if (text.isIn(unit, MONTHS)) {
            return calendar(Period.ofMonths(number), unit);
        }
        if (text.isIn(unit, YEARS)) {
            var years = calendar(Period.ofYears(number), unit);
            return isCalendar
                    ? years.refusedBecause("calendar years may run from January or from the day of the event")
                    : years;
        }
        if (isCalendar) {
            return null;
        }
        if (text.isIn(unit, WEEKS)) {
            return calendar(Period.ofWeeks(number), unit);
        }
        if (text.isIn(unit, FORTNIGHTS)) {
            return calendar(Period.ofWeeks(2 * number), unit);
        }
        return text.isIn(unit, HOURS) ? new Amount(Kind.HOURS, Period.ZERO, number, unit + 1, null) : null;
    }

    private static Amount calendar(Period period, int unit) {
        return new Amount(Kind.CALENDAR, period, 0, unit + 1, null);
    }

    Amount until(int later) {
        return new Amount(kind, period, count, later, refused);
    }

    private Amount refusedBecause(String why) {
        return new Amount(kind, period, count, next, why);
    }
}
