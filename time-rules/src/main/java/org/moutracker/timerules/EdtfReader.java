package org.moutracker.timerules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the part of EDTF that dates of agreements need. */
final class EdtfReader {

    private static final Pattern DATE =
            Pattern.compile("(\\d{2}(?:\\d\\d|\\dX|XX))(?:-(\\d\\d|XX)(?:-(\\d\\d|XX))?)?([~?%])?");

    private EdtfReader() {}

    static PartialDate read(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return date(text);
        }
        var from = end(text.substring(0, slash));
        var to = end(text.substring(slash + 1));
        if (from == null && to == null) {
            throw new IllegalArgumentException("'" + text + "' says nothing: leave the date out");
        }
        var earliest = from == null ? null : from.earliest().orElse(null);
        var latest = to == null ? null : to.latest().orElse(null);
        if (earliest != null && latest != null && earliest.isAfter(latest)) {
            throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        var qualified = (from != null && from.isQualified()) || (to != null && to.isQualified());
        return new PartialDate(text, earliest, latest, qualified);
    }

    private static @Nullable PartialDate end(String text) {
        return text.isEmpty() || "..".equals(text) ? null : date(text);
    }

    private static PartialDate date(String text) {
        var matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is not a date: write it as 2025-09-17, or in part as 2020-09, 2020, 2009-XX-21 or ../2020-09-22");
        }
        var earliest = bound(matcher, true);
        var latest = bound(matcher, false);
        if (earliest == null || latest == null) {
            throw new IllegalArgumentException("'" + text + "' does not exist in the calendar");
        }
        return new PartialDate(text, earliest, latest, matcher.group(4) != null);
    }

    /** The first or the last day that fits the pattern: 2023-XX-31 can be 31 January at the earliest, 31 December at the latest. */
    private static @Nullable LocalDate bound(Matcher date, boolean first) {
        var years = Digits.of(date.group(1), 1, 9999);
        var months = Digits.of(date.group(2), 1, 12);
        for (var year : years.inOrder(first)) {
            for (var month : months.inOrder(first)) {
                var days = Digits.of(date.group(3), 1, YearMonth.of(year, month).lengthOfMonth());
                for (var day : days.inOrder(first)) {
                    return LocalDate.of(year, month, day);
                }
            }
        }
        return null;
    }

    /** What a number with unknown digits can stand for. */
    private record Digits(int least, int most) {

        static Digits of(@Nullable String digits, int least, int most) {
            if (digits == null) {
                return new Digits(least, most);
            }
            return new Digits(
                    Math.max(least, Integer.parseInt(digits.replace('X', '0'))),
                    Math.min(most, Integer.parseInt(digits.replace('X', '9'))));
        }

        Iterable<Integer> inOrder(boolean ascending) {
            return () -> IntStream.rangeClosed(least, most)
                    .map(i -> ascending ? i : least + most - i)
                    .iterator();
        }
    }
}
