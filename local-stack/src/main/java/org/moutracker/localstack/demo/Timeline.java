package org.moutracker.localstack.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happened, as it happened, by the clock of Islamabad. */
final class Timeline {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Asia/Karachi"));

    void tell(Instant at, String what) {
        System.out.printf("%s  %s%n", TIME.format(at), what);
    }

    void add(String detail) {
        System.out.printf("%24s%s%n", "", detail);
    }
}
