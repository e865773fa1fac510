package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says days and moments so that nobody takes one for another. */
final class Clocks {

    // All languages write hours and minutes alike, with the same digits.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'XXX", Locale.ROOT);

    private final Phrases phrases;

    Clocks(Phrases phrases) {
        this.phrases = phrases;
    }

    String day(LocalDate day) {
        return phrases.day(day);
    }

    /** From when to when; the end's day is said where it is another. */
    String span(Instant start, @Nullable Instant end, ZoneId zone) {
        var from = start.atZone(zone);
        if (end == null) {
            return moment(from.toLocalDate(), TIME.format(from), from);
        }
        var to = end.atZone(zone);
        var isOneDay = to.toLocalDate().equals(from.toLocalDate());
        return phrases.say(
                isOneDay ? "span" : "spanOfDays",
                Map.of(
                        "day",
                        day(from.toLocalDate()),
                        "from",
                        TIME.format(from),
                        "until",
                        day(to.toLocalDate()),
                        "to",
                        TIME.format(to),
                        "offset",
                        offset(from)));
    }

    /** Midnight is the end of the day before it, not the start of one on which it is too late. */
    String end(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment(there.toLocalDate().minusDays(1), "24:00", there)
                : moment(there.toLocalDate(), TIME.format(there), there);
    }

    private String moment(LocalDate day, String time, ZonedDateTime at) {
        return phrases.say("moment", Map.of("day", day(day), "time", time, "offset", offset(at)));
    }

    private String offset(ZonedDateTime at) {
        return phrases.inside(OFFSET.format(at).replace("UTCZ", "UTC"));
    }
}
