package org.moutracker.timerules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How far a rule may reach. Treaties think in decades: these bounds only keep nonsense from costing time or memory. */
final class Limits {

    static final int YEARS = 1_000;
    static final int DAYS = 366 * YEARS;
    /** Working days are found by walking over the calendar, so a rule as a whole may ask for a century of them. */
    static final int WORKING_DAYS = 36_600;

    static final int STEPS = 32;
    static final int TIMES = 100_000;
    static final int MEMBERS = 32;
    static final int TEXT = 2_000;
    /** The longest holiday that a search for an open day walks over before it gives up, in days. */
    static final int CLOSED_IN_A_ROW = 731;

    private Limits() {}

    static void period(String field, Period period) {
        if (period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0) {
            throw new InvalidRule(field, "must not be negative: the direction is the step's own");
        }
        if (period.toTotalMonths() > 12L * YEARS || period.getDays() > DAYS) {
            throw new InvalidRule(field, "must not be longer than " + YEARS + " years");
        }
    }

    static void longerThanZero(String field, Period period) {
        period(field, period);
        if (period.isZero()) {
            throw new InvalidRule(field, "must be longer than zero");
        }
    }

    static void duration(String field, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidRule(field, "must be longer than zero: the direction is the step's own");
        }
        if (!duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))) {
            throw new InvalidRule(field, "must be whole seconds");
        }
        if (duration.toDays() > DAYS) {
            throw new InvalidRule(field, "must not be longer than " + YEARS + " years");
        }
    }

    static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidRule(field, "must be between " + least + " and " + most);
        }
    }

    static void text(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidRule(field, "must not be blank");
        }
        if (text.length() > TEXT) {
            throw new InvalidRule(field, "must not be longer than " + TEXT + " characters");
        }
    }

    static <T> List<T> some(String field, List<T> members) {
        if (members.isEmpty()) {
            throw new InvalidRule(field, "must not be empty");
        }
        if (members.size() > MEMBERS) {
            throw new InvalidRule(field, "must not have more than " + MEMBERS + " entries");
        }
        return List.copyOf(members);
    }

    static LocalDate day(String field, LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new InvalidRule(field, "leads beyond the years 1 to 9999");
        }
        return day;
    }
}
