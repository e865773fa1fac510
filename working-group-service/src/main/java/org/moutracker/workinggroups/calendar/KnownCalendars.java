package org.moutracker.workinggroups.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.moutracker.timerules.Calendars;

/** The stored calendars as the rule engine asks for them. */
@ApplicationScoped
public class KnownCalendars {

    private final CalendarRepository calendars;

    KnownCalendars(CalendarRepository calendars) {
        this.calendars = calendars;
    }

    /** The revisions that count now: ask once for a whole batch. */
    public Calendars current() {
        var current = calendars.current();
        return authority -> Optional.ofNullable(current.get(authority)).map(Calendar::working);
    }
}
