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

    /** {@code month 2 after that of 2005-03-15}. */
    static String following(int n, String unit, LocalDate day) {
        return n == 0 ? "the " + unit + " of " + day : unit + " " + n + " after that of " + day;
    }

    private static String amount(long number, String noun) {
        return number == 0 ? "" : count(number, noun);
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(" and "));
    }
}
