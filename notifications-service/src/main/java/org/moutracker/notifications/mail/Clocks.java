package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says days and moments so that nobody takes one for another. */
final class Clocks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'XXX", Locale.ENGLISH);

    private Clocks() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** From when to when; the end's day is said where it is another. */
    static String span(Instant start, @Nullable Instant end, ZoneId zone) {
        var from = start.atZone(zone);
        var begin = "%s, %s".formatted(day(from.toLocalDate()), TIME.format(from));
        if (end != null) {
            var to = end.atZone(zone);
            begin += to.toLocalDate().equals(from.toLocalDate())
                    ? "–" + TIME.format(to)
                    : " – %s, %s".formatted(day(to.toLocalDate()), TIME.format(to));
        }
        return "%s (%s)".formatted(begin, OFFSET.format(from).replace("UTCZ", "UTC"));
    }

    /** Midnight is the end of the day before it, not the start of one on which it is too late. */
    static String end(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        var offset = OFFSET.format(there).replace("UTCZ", "UTC");
        if (there.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return "%s, 24:00 (%s)".formatted(day(there.toLocalDate().minusDays(1)), offset);
        }
        return "%s, %s (%s)".formatted(day(there.toLocalDate()), TIME.format(there), offset);
    }
}
