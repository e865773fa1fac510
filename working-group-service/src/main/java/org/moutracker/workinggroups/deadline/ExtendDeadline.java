package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Moves deadlines to later days, as a person or a group says. */
@ApplicationScoped
public class ExtendDeadline {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    ExtendDeadline(
            DeadlineRepository deadlines,
            DeadlineLedger ledger,
            Consequences consequences,
            KnownCalendars calendars,
            InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.consequences = consequences;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Locks what a group is about to extend, before anything else is looked at. */
    @Transactional(MANDATORY)
    public void lock(List<UUID> ids) {
        if (!ids.isEmpty()) {
            var _ = deadlines.lockAll(ids);
        }
    }

    /**
     * Moves a deadline because a group has decided so.
     *
     * @param agreements those that the group sees to: what is due under them is the group's to move
     * @param to a date, or a rule as an object; what is wrong with it is told of a field {@code to}
     */
    @Transactional(MANDATORY)
    public void decided(UUID workingGroup, List<UUID> agreements, UUID id, Object to, String reason, String who) {
        var extension = Extension.read(to);
        var deadline = deadlines
                .findByIdOptional(id)
                .filter(one -> one.internalTo == null
                        && (workingGroup.equals(one.workingGroupId)
                                || (one.workingGroupId == null && agreements.contains(one.agreementId))))
                .orElseThrow(
                        () -> new InvalidRequest("deadlineId", "is not a deadline of the group or of its agreements"));
        ledger.tell(RuleReading.under("to", () -> extend(deadline, extension, reason)), who);
        consequences.follow(List.of(deadline));
    }

    /** Extends one that is locked. */
    DeadlineEvent extend(Deadline deadline, Extension to, String reason) {
        var next = to.rule(deadline.rule());
        if (!next.anchor().deadlines().isEmpty()) {
            var dependents = deadlines.lockDependents(deadline.named().keySet());
            References.refuseCircle("to.anchor", next, deadline, dependents);
            var days = deadlines.days(References.of(next, deadline.agreementId));
            deadline.knows(References.facts(next, deadline.agreementId, days));
        }
        return deadline.extend(to, reason, calendars.current(), clock.instant());
    }
}
