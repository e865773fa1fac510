package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.timerules.Calendars;
import org.moutracker.workinggroups.calendar.Amendment;
import org.moutracker.workinggroups.calendar.Consequences;
import org.moutracker.workinggroups.calendar.KnownCalendars;
import org.moutracker.workinggroups.calendar.Outlook;
import org.moutracker.workinggroups.calendar.Recomputation;

/** What a revision of a calendar does to the deadlines. */
@ApplicationScoped
class CalendarConsequences implements Consequences {

    private final Recomputations recomputations;
    private final TouchedDeadlines touched;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    CalendarConsequences(
            Recomputations recomputations, TouchedDeadlines touched, KnownCalendars calendars, InstantSource clock) {
        this.recomputations = recomputations;
        this.touched = touched;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional(MANDATORY)
    public Outlook outlook(String authority, int revision, Calendars after, Amendment amendment) {
        var known = calendars.glimpse().overriddenBy(after);
        var outlook = new Outlooking(known, amendment, clock.instant());
        touched.forEach(authority, revision, amendment, outlook::add);
        return outlook.result();
    }

    @Override
    @Transactional(MANDATORY)
    public void begin(String authority, int revision, UUID published, String who) {
        recomputations.begin(authority, revision, who, RecomputationTask.follows(published));
    }

    @Override
    public Optional<Recomputation> recomputation(String authority, int revision) {
        return recomputations.of(authority, revision);
    }
}
