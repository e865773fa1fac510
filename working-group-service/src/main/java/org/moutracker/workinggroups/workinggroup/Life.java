package org.moutracker.workinggroups.workinggroup;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Where a group stands, and the days on which it came there.
 *
 * @param activeOn from which day its present activity counts
 */
@Embeddable
@CheckReturnValue
record Life(
        @Enumerated(EnumType.STRING) WorkingGroupStatus status,
        @Nullable LocalDate establishedOn,
        @Nullable LocalDate firstMetOn,
        @Nullable LocalDate lastMetOn,
        @Nullable LocalDate activeOn,

        @Enumerated(EnumType.STRING) @Nullable DormantBecause dormantBecause,

        @Nullable LocalDate dormantOn,
        @Nullable LocalDate endedOn) {

    static final Life BEGUN = new Life(WorkingGroupStatus.MANDATED, null, null, null, null, null, null, null);

    boolean hasEnded() {
        return status.hasEnded();
    }

    /** Refuses what a group does no more once it has ended. */
    void requireGoingOn(String what) {
        if (hasEnded()) {
            throw new RuleViolated("a group that is %s cannot %s any more".formatted(status, what));
        }
    }

    /** Refuses what a group that is not yet established, or not any more, cannot do. */
    void requireMeets() {
        requireGoingOn("meet");
        if (establishedOn == null) {
            throw new RuleViolated("a group that is %s cannot meet: it has to be constituted first".formatted(status));
        }
    }

    /** Somebody was named. */
    Life forming() {
        return status == WorkingGroupStatus.MANDATED ? as(WorkingGroupStatus.FORMING, establishedOn, activeOn) : this;
    }

    Life constituted(LocalDate on, Today today) {
        today.requireReached("on", on);
        return as(WorkingGroupStatus.CONSTITUTED, on, activeOn);
    }

    /** It works since that day, unless it is known to have worked later. */
    Life active(LocalDate on) {
        return as(WorkingGroupStatus.ACTIVE, establishedOn, later(activeOn, on));
    }

    /** It has met on that day, which makes it active. */
    Life met(LocalDate on) {
        if (!status.canMeet()) {
            throw new RuleViolated("a group that is %s cannot meet".formatted(status));
        }
        var first = firstMetOn == null || on.isBefore(firstMetOn) ? on : firstMetOn;
        return remembering(first, later(lastMetOn, on)).active(on);
    }

    /** With other days of its first and last meeting. */
    Life remembering(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Life(status, establishedOn, first, last, activeOn, dormantBecause, dormantOn, endedOn);
    }

    /** The instant from which it has not met for too long; empty for one that is not active, or need not meet. */
    Optional<Instant> dormantAt(@Nullable MeetingRule meetings, Circle circle) {
        if (status != WorkingGroupStatus.ACTIVE || meetings == null || activeOn == null) {
            return Optional.empty();
        }
        return Optional.of(circle.endOf(activeOn.plus(Periods.parse(meetings.every()))));
    }

    Life dormant(DormantBecause because, LocalDate on) {
        return new Life(
                WorkingGroupStatus.DORMANT, establishedOn, firstMetOn, lastMetOn, activeOn, because, on, endedOn);
    }

    Life concluded(LocalDate on, Today today) {
        status.requireCanBecome(WorkingGroupStatus.CONCLUDED, "be concluded");
        requireSinceEstablishment(on, today);
        return over(WorkingGroupStatus.CONCLUDED, on);
    }

    Life abandoned(Today today) {
        status.requireCanBecome(WorkingGroupStatus.ABANDONED, "be abandoned");
        return over(WorkingGroupStatus.ABANDONED, today.day());
    }

    void requireSinceEstablishment(LocalDate on, Today today) {
        today.requireReached("on", on);
        if (establishedOn != null && on.isBefore(establishedOn)) {
            throw new InvalidRequest("on", "must not be before %s, its establishment".formatted(establishedOn));
        }
    }

    private Life over(WorkingGroupStatus as, LocalDate on) {
        return new Life(as, establishedOn, firstMetOn, lastMetOn, activeOn, null, null, on);
    }

    private Life as(WorkingGroupStatus next, @Nullable LocalDate established, @Nullable LocalDate active) {
        return new Life(next, established, firstMetOn, lastMetOn, active, null, null, endedOn);
    }

    private static LocalDate later(@Nullable LocalDate known, LocalDate on) {
        return known == null || on.isAfter(known) ? on : known;
    }
}
