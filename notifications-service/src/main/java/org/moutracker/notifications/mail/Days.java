package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says days and moments as a language writes them. */
public final class Days {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Days() {}

    /** With its weekday. */
    public static String full(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(language.formats())
                .format(day);
    }

    /** As the clock of a reader shows it; midnight is the end of the day before. */
    public static String moment(Instant instant, ZoneId zone, Language language) {
        ZonedDateTime there = instant.atZone(zone);
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "%s, 24:00".formatted(full(there.toLocalDate().minusDays(1), language))
                : "%s, %s".formatted(full(there.toLocalDate(), language), TIME.format(there));
    }
}
