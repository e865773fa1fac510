package org.moutracker.workinggroups.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.WorkingCalendar;

/**
 * The working days of one authority in one revision, as stored and shown; it never changes.
 *
 * @param weekend ISO days of the week, 1 is Monday
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

        @Schema(required = true, description = "Days on which it is open although they fall on the weekend.")
        List<WorkingDay> workingDays,

        @Schema(required = true, description = "Office hours that differ for some time, such as those of Ramadan.")
        List<OfficeHours> officeHours,

        @Schema(
                required = true,
                description = "The last day up to which somebody has confirmed it; what follows is a forecast.",
                examples = "2026-12-31")
        LocalDate confirmedUntil,

        @Schema(required = true) CalendarSource source,

        @Schema(required = true, description = "What a reader should know.", nullable = true) @Nullable
        String note) {

    WorkingCalendar working() {
        return new WorkingCalendar(
                authority,
                weekend.stream().map(DayOfWeek::of).collect(toSet()),
                closed.stream().collect(toMap(ClosedDay::date, ClosedDay::name)),
                workingDays.stream().map(WorkingDay::date).collect(toSet()),
                days().filter(Day::estimated).map(Day::date).collect(toSet()),
                confirmedUntil,
                revision);
    }

    /** Every day that differs from its weekday. */
    Stream<Day> days() {
        return Stream.concat(closed.stream(), workingDays.stream());
    }

    Map<LocalDate, Day> byDate() {
        return days().collect(toMap(Day::date, Function.identity()));
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
                        .filter(day -> isWithin(day.date(), firstYear, lastYear))
                        .toList(),
                officeHours.stream()
                        .filter(hours -> hours.to().getYear() >= firstYear
                                && hours.from().getYear() <= lastYear)
                        .toList(),
                confirmedUntil,
                source,
                note);
    }

    private static boolean isWithin(LocalDate day, int firstYear, int lastYear) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }
}
