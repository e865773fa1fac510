package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;

/**
 * How long a side may say nothing to minutes before that means agreement.
 *
 * @param period null when silence means nothing
 * @param zones those of the parties: the last day is over when it is over for all
 */
record Silence(@Nullable String period, List<ZoneId> zones) {

    static Rule rule(LocalDate from, String period) {
        return Rule.of(new Anchor.On(from), new Step.Within(Period.parse(period)));
    }

    /** When it is over that began on that day, counted like the deadline of the sides. */
    @Nullable
    Instant end(LocalDate from) {
        return period == null
                ? null
                : rule(from, period)
                        .withDefaultClock(zones)
                        .evaluate(Facts.none(), Calendars.none())
                        .dueAt();
    }
}
