package org.moutracker.workinggroups.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as other services hear of it; who published it stays with us.
 *
 * @param workingDays days that are open although they fall on the weekend
 * @param estimatedWorkingDays those among them that nobody has confirmed yet
 */
record CalendarState(
        String authority,
        String name,
        int revision,
        List<Integer> weekend,
        List<ClosedDay> closed,
        List<LocalDate> workingDays,
        List<LocalDate> estimatedWorkingDays,
        List<OfficeHours> officeHours,
        LocalDate confirmedUntil,
        CalendarSource source,
        @Nullable String note,
        Instant publishedAt) {

    static CalendarState of(Revision revision) {
        var calendar = revision.calendar();
        return new CalendarState(
                calendar.authority(),
                calendar.name(),
                calendar.revision(),
                calendar.weekend(),
                calendar.closed(),
                calendar.workingDays().stream().map(WorkingDay::date).toList(),
                calendar.workingDays().stream()
                        .filter(WorkingDay::estimated)
                        .map(WorkingDay::date)
                        .toList(),
                calendar.officeHours(),
                calendar.confirmedUntil(),
                calendar.source(),
                calendar.note(),
                revision.publishedAt());
    }
}
