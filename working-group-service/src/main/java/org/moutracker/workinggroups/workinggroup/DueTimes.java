package org.moutracker.workinggroups.workinggroup;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When time changes something in a group. */
final class DueTimes {

    private DueTimes() {}

    /** The first instant at which it falls dormant or somebody's term of office is over; null when there is none. */
    static @Nullable Instant next(WorkingGroup group) {
        if (group.status.hasEnded()) {
            return null;
        }
        return Stream.concat(withTerm(group).map(member -> end(group, member)), Stream.ofNullable(dormantAt(group)))
                .min(naturalOrder())
                .orElse(null);
    }

    /** The instant from which it has not met for too long; null for one that is not active, or need not meet. */
    static @Nullable Instant dormantAt(WorkingGroup group) {
        var meetings = group.terms.meetings();
        if (group.status != WorkingGroupStatus.ACTIVE || meetings == null || group.activeOn == null) {
            return null;
        }
        var lastDay = group.activeOn.plus(Periods.parse(meetings.every()));
        return group.parties.stream()
                .map(party -> party.endOf(lastDay))
                .max(naturalOrder())
                .orElseThrow();
    }

    /** Those whose term of office is over by then. */
    static List<Member> termsOver(WorkingGroup group, Instant now) {
        return withTerm(group)
                .filter(member -> !end(group, member).isAfter(now))
                .toList();
    }

    private static Stream<Member> withTerm(WorkingGroup group) {
        return group.seats().sitting().filter(member -> member.until() != null);
    }

    private static Instant end(WorkingGroup group, Member member) {
        LocalDate last = member.lastDay();
        return group.party(member.party()).endOf(last);
    }
}
