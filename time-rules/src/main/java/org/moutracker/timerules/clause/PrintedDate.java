package org.moutracker.timerules.clause;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date as it is printed: {@code 31 March 2026}, {@code March 31, 2026}, {@code 2026-03-31}.
 *
 * @param day null when it is refused
 * @param refused why it cannot be read; null when it can
 */
record PrintedDate(
        @Nullable LocalDate day, int next, @Nullable String refused) {

    static final Map<String, Month> MONTHS =
            Arrays.stream(Month.values()).collect(Collectors.toUnmodifiableMap(PrintedDate::name, Function.identity()));

    static final Map<String, DayOfWeek> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(PrintedDate::name, Function.identity()));

    private static final int FIRST_YEAR = 1000; // 0026 is a year of two digits, and rules end before 10000
    private static final int LAST_YEAR = 2999;

    private static final List<Phrase> BETWEEN = Phrase.all("day? of");
    private static final List<Phrase> YEARLY =
            Phrase.all("of|in? each|every|any|the year", "of each|every calendar? year", "annually", "yearly");

    private static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable PrintedDate read(Text text, int from) {
        var weekday = WEEKDAYS.get(text.at(from).text());
        if (weekday == null) {
            return plain(text, from);
        }
        var date = plain(text, text.is(from + 1, ",") ? from + 2 : from + 1);
        return date != null && date.day != null && date.day.getDayOfWeek() != weekday
                ? refused(date.next, date.day + " is not a " + text.words(from, from + 1))
                : date;
    }

    private static @Nullable PrintedDate plain(Text text, int from) {
        var month = MONTHS.get(text.at(from).text());
        if (month != null) {
            return monthFirst(text, from, month);
        }
        var numeric = numeric(text, from);
        return numeric != null ? numeric : dayFirst(text, from);
    }

    private static @Nullable PrintedDate dayFirst(Text text, int from) {
        var start = text.is(from, "the") ? from + 1 : from;
        var ordinal = Numbers.ordinal(text, start);
        var number = ordinal != null ? ordinal : text.isNumber(start) ? Numbers.read(text, start) : null;
        if (number == null) {
            return null;
        }
        var at = Phrase.skip(BETWEEN, text, number.next());
        var month = MONTHS.get(text.at(at).text());
        return month == null ? null : withYear(text, at + 1, month, number.value());
    }

    private static @Nullable PrintedDate monthFirst(Text text, int from, Month month) {
        var at = text.is(from + 1, "the") ? from + 2 : from + 1;
        var ordinal = Numbers.ordinal(text, at);
        if (ordinal != null) {
            return withYear(text, ordinal.next(), month, ordinal.value());
        }
        var day = text.isNumber(at) ? Numbers.digits(text.at(at).text()) : -1;
        return day < 1 || day > 31 ? null : withYear(text, at + 1, month, day);
    }

    private static PrintedDate withYear(Text text, int from, Month month, int day) {
        var at = text.is(from, ",") ? from + 1 : from;
        var year = year(text, at);
        if (year == 0) {
            return refused(Phrase.skip(YEARLY, text, from), "of which year the date is, is not said");
        }
        return of(year, month.getValue(), day, at + 1);
    }

    /** A year in four digits, or 0. */
    static int year(Text text, int at) {
        var digits = text.at(at).text();
        var isYear = text.isNumber(at) && digits.length() == 4 && digits.chars().allMatch(Character::isDigit);
        var year = isYear ? Integer.parseInt(digits) : 0;
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    private static @Nullable PrintedDate numeric(Text text, int from) {
        if (!text.isNumber(from)) {
            return null;
        }
        var dotted = text.at(from).text().split("\\.", -1);
        if (dotted.length == 3) {
            return ofParts(dotted[0], dotted[1], dotted[2], from + 1);
        }
        var mark = text.at(from + 1).text();
        var isDate = (mark.equals("-") || mark.equals("/"))
                && text.is(from + 3, mark)
                && text.isNumber(from + 2)
                && text.isNumber(from + 4);
        return isDate
                ? ofParts(
                        text.at(from).text(),
                        text.at(from + 2).text(),
                        text.at(from + 4).text(),
                        from + 5)
                : null;
    }

    private static PrintedDate ofParts(String first, String second, String third, int next) {
        var one = Numbers.digits(first);
        var two = Numbers.digits(second);
        var three = Numbers.digits(third);
        if (first.length() == 4 && second.length() == 2 && third.length() == 2) {
            return of(one, two, three, next);
        }
        if (third.length() != 4 || one < 1 || two < 1) {
            return refused(next, "which of the numbers is the year cannot be told");
        }
        if (one <= 12 && two <= 12 && one != two) {
            return refused(next, "which of the numbers is the month cannot be told");
        }
        return one > 12 ? of(three, two, one, next) : of(three, one, two, next);
    }

    private static PrintedDate of(int year, int month, int day, int next) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? refused(next, "there is no such date")
                    : new PrintedDate(LocalDate.of(year, month, day), next, null);
        } catch (DateTimeException impossible) {
            return refused(next, "there is no such date");
        }
    }

    private static PrintedDate refused(int next, String why) {
        return new PrintedDate(null, next, why);
    }
}
