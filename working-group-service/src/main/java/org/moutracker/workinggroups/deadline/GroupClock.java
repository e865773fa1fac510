package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Rule;

/**
 * When a time is over that a group has set, counted like its deadlines: it stands while all that the group sees to is
 * suspended, and afterwards the days run that remained.
 *
 * @param rule one that counts from a day, and by no calendar
 */
public record GroupClock(Rule rule, List<Suspension> suspensions) {

    public @Nullable Instant end() {
        var schedule = Schedule.of(rule, Map.of(), Calendars.none());
        return Pauses.restored(schedule, rule, Map.of(), suspensions, Calendars.none())
                .dueAt();
    }

    public boolean stands() {
        var schedule = Schedule.of(rule, Map.of(), Calendars.none());
        return Pauses.stands(Pauses.restored(schedule, rule, Map.of(), suspensions, Calendars.none()), suspensions);
    }
}
