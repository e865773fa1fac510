package org.moutracker.workinggroups.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.WorkingCalendar;

/**
 * The working days of one authority in one revision, as stored, published and shown.
 *
 * @param weekend ISO days of the week, 1 is Monday
 * @param workingDays days that are open although they fall on a weekend
 * @param confirmedUntil the last day up to which somebody has confirmed it; what follows is a forecast
 */
record Calendar(
        @Schema(required = true, examples = "PS") String authority,

        @Schema(required = true, examples = "Palestine, ministries")
        String name,

        @Schema(required = true, examples = "1") int revision,

        @Schema(required = true, description = "Closed days of the week; 1 is Monday.", examples = "[5, 6]")
        List<Integer> weekend,

        @Schema(required = true, description = "Days on which it is closed.")
        List<ClosedDay> closed,

        @Schema(required = true, description = "Days on which it is open although they fall on a weekend.")
        List<LocalDate> workingDays,

        @Schema(
                required = true,
                description = "The last day up to which the calendar is confirmed; null when all of it is.",
                examples = "2026-12-31",
                nullable = true)
        @Nullable
        LocalDate confirmedUntil) {

    /** A day on which the authority is closed. */
    record ClosedDay(
            @Schema(required = true, examples = "2025-11-15")
            LocalDate date,

            @Schema(required = true, examples = "Independence Day")
            String name,

            @Schema(required = true, description = "Whether nobody has confirmed it yet.")
            boolean estimated) {}

    WorkingCalendar working() {
        return new WorkingCalendar(
                authority,
                weekendDays(),
                closed.stream().collect(toMap(ClosedDay::date, ClosedDay::name)),
                Set.copyOf(workingDays),
                closed.stream()
                        .filter(ClosedDay::estimated)
                        .map(ClosedDay::date)
                        .collect(toSet()),
                confirmedUntil,
                revision);
    }

    private Set<DayOfWeek> weekendDays() {
        return weekend.stream().map(DayOfWeek::of).collect(toSet());
    }

    /** The same calendar with the days of these years alone. */
    Calendar within(int firstYear, int lastYear) {
        return new Calendar(
                authority,
                name,
                revision,
                weekend,
                closed.stream()
                        .filter(day -> isWithin(day.date(), firstYear, lastYear))
                        .toList(),
                workingDays.stream()
                        .filter(day -> isWithin(day, firstYear, lastYear))
                        .toList(),
                confirmedUntil);
    }

    private static boolean isWithin(LocalDate day, int firstYear, int lastYear) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }
}
