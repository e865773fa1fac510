package org.moutracker.timerules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Where the count stands: it matters whether a day is that of an event or already the end of a period. */
sealed interface Position {

    LocalDate day();

    /** The day of an event, which begins with it. Only here it is a question whether the day itself counts. */
    record Event(LocalDate day) implements Position {}

    /** The last day of a period: what follows starts with the next day. */
    record LastDay(LocalDate day) implements Position {}

    /**
     * An instant.
     *
     * @param day the local day on the clock that the rule is computed for
     */
    record Moment(Instant at, LocalDate day) implements Position {}

    /** The first instant that is too late or, for an event, its first instant. */
    default Instant dueAt(ZoneId zone, @Nullable LocalTime closeOfBusiness) {
        return switch (this) {
            // atStartOfDay, because the clocks of some zones skip midnight.
            case Event(var day) -> day.atStartOfDay(zone).toInstant();
            case LastDay(var day) ->
                closeOfBusiness == null
                        ? day.plusDays(1).atStartOfDay(zone).toInstant()
                        : day.atTime(closeOfBusiness).atZone(zone).toInstant();
            case Moment(var at, var day) -> at;
        };
    }

    default Position on(LocalDate other) {
        return switch (this) {
            case Event event -> new Event(other);
            case LastDay last -> new LastDay(other);
            case Moment moment -> moment;
        };
    }
}
