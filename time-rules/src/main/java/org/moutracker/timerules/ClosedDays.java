package org.moutracker.timerules;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says of a day whether it is open, where it is closed and why. */
final class ClosedDays {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final String ROLL = "ROLL ";

    private ClosedDays() {}

    static Explained check(OpenDays open, LocalDate day) {
        var because = open.isEmpty()
                ? "a " + WEEKDAY.format(day) + "; no calendar is asked, every day counts"
                : describe(open, day);
        return new Explained("CHECK", day.toString(), because);
    }

    static Explained rolled(OpenDays open, Roll roll, LocalDate day, LocalDate rolled) {
        var because = rolled.equals(day)
                ? describe(open, day)
                : "%s is %s; moved to %s, open in %s"
                        .formatted(day, closed(open, day), SHORT.format(rolled), openIn(open, rolled));
        return new Explained(ROLL + roll, rolled.toString(), because);
    }

    static boolean isRoll(Explained explained) {
        return explained.step().startsWith(ROLL);
    }

    static Explained minimum(int minimum, LocalDate before, LocalDate day) {
        var because = day.equals(before)
                ? "the period holds at least %d working days".formatted(minimum)
                : "moved from %s, so that the period holds at least %d working days".formatted(before, minimum);
        return new Explained("MINIMUM_WORKING_DAYS " + minimum, day.toString(), because);
    }

    static String describe(OpenDays open, LocalDate day) {
        if (open.isOpen(day)) {
            return "a " + WEEKDAY.format(day) + ", open in " + openIn(open, day);
        }
        var next = open.search(day, 1)
                .map(found -> "next day open in " + open.names() + " is " + SHORT.format(found))
                .orElse("no day is open in " + open.names() + " for two years");
        return closed(open, day) + "; " + next;
    }

    private static String closed(OpenDays open, LocalDate day) {
        return open.calendars().stream()
                .filter(calendar -> !calendar.isOpen(day))
                .map(calendar -> calendar.authority() + reason(calendar, day))
                .collect(joining(" and ", "a " + WEEKDAY.format(day) + ", closed in ", ""));
    }

    private static String openIn(OpenDays open, LocalDate day) {
        return open.calendars().stream()
                .filter(calendar -> calendar.isOpen(day))
                .map(calendar -> calendar.authority() + makeUp(calendar, day))
                .collect(joining(" and "));
    }

    private static String makeUp(WorkingCalendar calendar, LocalDate day) {
        if (!calendar.workingDays().contains(day)) {
            return "";
        }
        return calendar.estimated().contains(day) ? " (a make-up day, only estimated)" : " (a make-up day)";
    }

    private static String reason(WorkingCalendar calendar, LocalDate day) {
        var name = calendar.closed().getOrDefault(day, "");
        var estimated = calendar.estimated().contains(day) ? "only estimated" : "";
        var both = name.isEmpty() || estimated.isEmpty() ? name + estimated : name + ", " + estimated;
        return both.isEmpty() ? "" : " (" + both + ")";
    }
}
