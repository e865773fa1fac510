package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says days and moments so that nobody takes one for another. */
final class Clocks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'XXX", Locale.ENGLISH);

    private Clocks() {}

    static String day(LocalDate day) {
        return DAY.format(day);
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
