package org.moutracker.notifications.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.moutracker.timerules.WorkingCalendar;

/** The working days of an authority as published. */
public record Calendar(
        String authority, int revision, List<Integer> weekend, List<ClosedDay> closed, List<LocalDate> workingDays) {

    public Calendar {
        weekend = weekend == null ? List.of() : List.copyOf(weekend);
        closed = closed == null ? List.of() : List.copyOf(closed);
        workingDays = workingDays == null ? List.of() : List.copyOf(workingDays);
        weekend.forEach(DayOfWeek::of);
    }

    /** A day without office hours. */
    public record ClosedDay(LocalDate date) {}

    WorkingCalendar asWorkingCalendar() {
        var open = Set.copyOf(workingDays);
        return new WorkingCalendar(
                authority,
                weekend.stream().map(DayOfWeek::of).collect(toSet()),
                closed.stream()
                        .map(ClosedDay::date)
                        .filter(day -> !open.contains(day))
                        .distinct()
                        .collect(toMap(day -> day, day -> "")),
                open,
                Set.of(),
                null,
                revision);
    }
}
