package org.moutracker.timerules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The working days of one authority, as known in one revision. Not of a country: its five-day and six-day offices
 * differ.
 *
 * @param weekend days of the week that are closed; may be empty
 * @param closed closed days with their name, which may be empty
 * @param workingDays days that are open although they fall on a weekend, as China moves them
 * @param estimated days among the closed and the working days that nobody has confirmed yet, such as sighted feasts
 * @param confirmedUntil the last day up to which the calendar is confirmed, or null when all of it is
 * @param revision counts up with every change that its owner publishes
 */
public record WorkingCalendar(
        String authority,
        Set<DayOfWeek> weekend,
        Map<LocalDate, String> closed,
        Set<LocalDate> workingDays,
        Set<LocalDate> estimated,
        @Nullable LocalDate confirmedUntil,
        int revision) {

    public WorkingCalendar {
        Limits.text("authority", authority);
        weekend = Set.copyOf(weekend);
        closed = Map.copyOf(closed);
        workingDays = Set.copyOf(workingDays);
        estimated = Set.copyOf(estimated);
        for (var day : workingDays) {
            if (closed.containsKey(day)) {
                throw new InvalidRule("workingDays", "must not name " + day + ", which is also closed");
            }
        }
    }

    /**
     * Reads {@code {"authority": "PS", "weekend": [5, 6], "closed": ["2026-03-20"], "workingDays": [], "estimated": [],
     * "confirmedUntil": "2026-12-31", "revision": 3}}. Days of the week are ISO numbers, 1 is Monday; a closed day may
     * also be {@code {"date": …, "name": …}}; an estimated day that is not a working day is closed.
     *
     * @throws InvalidRule naming every field that cannot be read
     */
    public static WorkingCalendar parse(Map<String, ?> json) {
        return CalendarReader.calendar(json);
    }

    public boolean isOpen(LocalDate day) {
        return workingDays.contains(day) || (!weekend.contains(day.getDayOfWeek()) && !closed.containsKey(day));
    }

    /** The first open day after the given one; empty when there is none for two years. */
    public Optional<LocalDate> nextOpen(LocalDate day) {
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .limit(Limits.CLOSED_IN_A_ROW)
                .filter(this::isOpen)
                .findFirst();
    }

    /** The last open day before the given one; empty when there is none for two years. */
    public Optional<LocalDate> previousOpen(LocalDate day) {
        return Stream.iterate(day.minusDays(1), previous -> previous.minusDays(1))
                .limit(Limits.CLOSED_IN_A_ROW)
                .filter(this::isOpen)
                .findFirst();
    }
}
