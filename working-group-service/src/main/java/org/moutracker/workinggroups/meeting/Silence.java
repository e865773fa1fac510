package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.Step;
import org.moutracker.workinggroups.deadline.GroupClock;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.GroupParty;

/**
 * How long a side may say nothing to minutes before that means agreement.
 *
 * @param period null when silence means nothing
 * @param zones those of the parties: the last day is over when it is over for all
 * @param suspensions the times in which all agreements of the group were suspended, or are
 */
record Silence(@Nullable String period, List<ZoneId> zones, List<Suspension> suspensions) {

    /** That nothing has interrupted. */
    Silence(@Nullable String period, List<ZoneId> zones) {
        this(period, zones, List.of());
    }

    static Silence of(@Nullable String period, List<GroupParty> parties, List<Suspension> suspensions) {
        var zones = parties.stream()
                .map(GroupParty::zone)
                .distinct()
                .map(ZoneId::of)
                .toList();
        return new Silence(period, zones, suspensions);
    }

    static Rule rule(LocalDate from, String period) {
        return Rule.of(new Anchor.On(from), new Step.Within(Period.parse(period)));
    }

    /** When it is over that began on that day, counted like the deadline of the sides. */
    @Nullable
    Instant end(LocalDate from) {
        return period == null ? null : clock(from, period).end();
    }

    /** Whether it stands that began on that day, like the deadline of the sides. */
    boolean stands(LocalDate from) {
        return period != null && clock(from, period).stands();
    }

    private GroupClock clock(LocalDate from, String of) {
        return new GroupClock(rule(from, of).withDefaultClock(zones), suspensions);
    }
}
