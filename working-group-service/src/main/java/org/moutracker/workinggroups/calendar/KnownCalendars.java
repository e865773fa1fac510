package org.moutracker.workinggroups.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.WorkingCalendar;

/** The stored calendars as the rule engine asks for them. */
@ApplicationScoped
public class KnownCalendars {

    private final CalendarRepository calendars;
    private final CalendarLock lock;

    KnownCalendars(CalendarRepository calendars, CalendarLock lock) {
        this.calendars = calendars;
        this.lock = lock;
    }

    /**
     * The revisions that count until the transaction ends, for whoever stores what he counts: ask once for a whole
     * batch, and after its rows are locked.
     */
    public Calendars current() {
        lock.counting();
        return glimpse();
    }

    /** The revisions that count now, for whoever stores nothing. */
    public Calendars glimpse() {
        var current = calendars.current();
        var working = new ConcurrentHashMap<String, Optional<WorkingCalendar>>();
        return authority -> working.computeIfAbsent(authority, asked -> Optional.ofNullable(current.get(asked))
                .map(found -> found.calendar().working()));
    }

    /** What the revision that counts now says otherwise than the one before the given one. */
    public Amendment amendment(String authority, int revision) {
        var before =
                calendars.find(authority, revision - 1).map(Revision::calendar).orElse(null);
        return CompareCalendars.compare(
                before, Objects.requireNonNull(calendars.current().get(authority)));
    }
}
