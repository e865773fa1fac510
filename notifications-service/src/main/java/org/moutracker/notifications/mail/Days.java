package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Says days and moments on pages as mails say them. */
public final class Days {

    private Days() {}

    /** With its weekday. */
    public static String full(LocalDate day, Language language) {
        return Phrases.lend(language, phrases -> phrases.day(day));
    }

    /** As the clock of a reader shows it; midnight is the end of the day before. */
    public static String moment(Instant instant, ZoneId zone, Language language) {
        return Phrases.lend(language, phrases -> new Clocks(phrases).end(instant, zone));
    }
}
