package org.moutracker.timerules;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts in English. */
final class Words {

    private Words() {}

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String of(Period period) {
        return period.isZero()
                ? "no days"
                : join(
                        amount(period.getYears(), "year"),
                        amount(period.getMonths(), "month"),
                        amount(period.getDays(), "day"));
    }

    static String of(Duration duration) {
        return join(
                amount(duration.toHours(), "hour"),
                amount(duration.toMinutesPart(), "minute"),
                amount(duration.toSecondsPart(), "second"));
    }

    static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code the 2nd month after March 2005}, or {@code March 2005} itself. */
    static String followingMonth(int n, LocalDate day) {
        return following(n, "month", month(day.getMonthValue()) + " " + day.getYear());
    }

    static String followingYear(int n, LocalDate day) {
        return following(n, "year", String.valueOf(day.getYear()));
    }

    private static String following(int n, String unit, String first) {
        return n == 0 ? first : "the " + ordinal(n) + " " + unit + " after " + first;
    }

    static String ordinal(int n) {
        var isTeen = n % 100 >= 11 && n % 100 <= 13;
        return n
                + switch (isTeen ? 0 : n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String amount(long number, String noun) {
        return number == 0 ? "" : count(number, noun);
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(" and "));
    }
}
