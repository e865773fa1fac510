package org.moutracker.workinggroups.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which report of a group: one that was handed in, or what is known by now of some days. */
sealed interface AskedReport {

    Pattern NUMBER = Pattern.compile("R-([1-9][0-9]{3})-([0-9]{2,6})");
    Pattern DAYS = Pattern.compile("([0-9-]{10})--([0-9-]{10})");

    /** As an address calls it. */
    String name();

    /** One that was handed in, such as {@code R-2026-01}. */
    record Numbered(int year, int serial) implements AskedReport {
        @Override
        public String name() {
            return "R-%d-%02d".formatted(year, serial);
        }
    }

    /** Some days, such as {@code 2025-10-14--2026-10-13}: an interval of ISO 8601, as it is written where a slash cannot be. */
    record Days(LocalDate from, LocalDate to) implements AskedReport {
        @Override
        public String name() {
            return from + "--" + to;
        }
    }

    /** What a name stands for; empty for one that nobody would give. */
    static Optional<AskedReport> named(String name) {
        return read(name).filter(report -> report.name().equals(name));
    }

    private static Optional<AskedReport> read(String name) {
        var number = NUMBER.matcher(name);
        if (number.matches()) {
            return Optional.of(new Numbered(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2))));
        }
        var days = DAYS.matcher(name);
        if (!days.matches()) {
            return Optional.empty();
        }
        try {
            var asked = new Days(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
            return asked.from().isAfter(asked.to()) ? Optional.empty() : Optional.of(asked);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
