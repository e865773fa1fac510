package org.moutracker.timerules;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The working days of a rule: those of its authorities taken together, or every day when it names none. Made for one
 * evaluation, of which it remembers what it was asked.
 */
final class OpenDays {

    private final CalendarChoice.Mode mode;
    private final List<WorkingCalendar> calendars;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private OpenDays(CalendarChoice.Mode mode, List<WorkingCalendar> calendars) {
        this.mode = mode;
        this.calendars = calendars;
    }

    static OpenDays of(@Nullable CalendarChoice choice, Calendars known) {
        if (choice == null) {
            return new OpenDays(CalendarChoice.Mode.ALL_OPEN, List.of());
        }
        // By authority, because comparing whole calendars would cost more than counting on them.
        var found = new LinkedHashMap<String, WorkingCalendar>();
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < choice.authorities().size(); i++) {
            var authority = choice.authorities().get(i);
            var field = "calendars.authorities[" + i + "]";
            known.find(authority)
                    .ifPresentOrElse(
                            calendar -> found.put(authority, calendar),
                            () -> violations.add(
                                    new Violation(field, "no working calendar is known for " + authority)));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRule(violations);
        }
        return new OpenDays(choice.mode(), List.copyOf(found.values()));
    }

    /** Asked for every single day of a count, so without streams. */
    boolean isOpen(LocalDate day) {
        lookAt(day);
        var oneIsEnough = mode == CalendarChoice.Mode.ANY_OPEN;
        for (var calendar : calendars) {
            if (calendar.isOpen(day) == oneIsEnough) {
                return oneIsEnough;
            }
        }
        return !oneIsEnough;
    }

    /** Notes that the answer depends on what the calendars say of a day. */
    void lookAt(LocalDate day) {
        if (first == null || day.isBefore(first)) {
            first = day;
        }
        if (last == null || day.isAfter(last)) {
            last = day;
        }
    }

    /** The days that were looked at so far; null when none was, or when there is no calendar to ask. */
    @Nullable
    CountedDays counted() {
        return isEmpty() || first == null || last == null ? null : new CountedDays(first, last);
    }

    /** The first open day in a direction, the given day not included. */
    Optional<LocalDate> search(LocalDate from, int direction) {
        var day = from;
        for (var i = 0; i < Limits.CLOSED_IN_A_ROW; i++) {
            day = day.plusDays(direction);
            if (isOpen(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    LocalDate next(LocalDate from) {
        return search(from, 1).orElseThrow(() -> neverOpen("after", from));
    }

    LocalDate previous(LocalDate from) {
        return search(from, -1).orElseThrow(() -> neverOpen("before", from));
    }

    private InvalidRule neverOpen(String direction, LocalDate from) {
        return new InvalidRule(
                "calendars", "no day is open in " + names() + " for two years " + direction + " " + from);
    }

    List<WorkingCalendar> calendars() {
        return calendars;
    }

    boolean isEmpty() {
        return calendars.isEmpty();
    }

    /** {@code PK and PS} must both be open, {@code PK or PS} one of them. */
    String names() {
        var glue =
                switch (mode) {
                    case ALL_OPEN -> " and ";
                    case ANY_OPEN -> " or ";
                };
        return String.join(
                glue, calendars.stream().map(WorkingCalendar::authority).toList());
    }

    Map<String, Integer> revisions() {
        return calendars.stream()
                .collect(toMap(WorkingCalendar::authority, WorkingCalendar::revision, (first, second) -> first));
    }
}
