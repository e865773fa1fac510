package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said of a day that differs from its weekday. */
@Schema(description = "Whether a day is closed, or open although it falls on the weekend.")
enum DayKind {
    CLOSED,
    WORKING;

    Day day(LocalDate date, String name, boolean estimated) {
        return switch (this) {
            case CLOSED -> new ClosedDay(date, name, estimated);
            case WORKING -> new WorkingDay(date, name, estimated);
        };
    }

    static DayKind of(Day day) {
        return switch (day) {
            case ClosedDay closed -> CLOSED;
            case WorkingDay working -> WORKING;
        };
    }
}
