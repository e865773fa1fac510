package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Meets the deadlines by which a group was to be established. */
@ApplicationScoped
public class MeetDeadlines {

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;

    MeetDeadlines(DeadlineRepository deadlines, DeadlineLedger ledger, Consequences consequences) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.consequences = consequences;
    }

    /**
     * Meets them.
     *
     * @param on the day that was named; without one it is today, as each deadline judges it
     */
    @Transactional(MANDATORY)
    public void ofEstablishment(UUID workingGroup, Optional<LocalDate> on, Instant now, String who) {
        var open = deadlines.lockOpen(workingGroup, DeadlineKind.ESTABLISHMENT);
        for (var deadline : open) {
            var day = on.orElse(RuleDays.judged(deadline.rule(), now));
            ledger.tell(deadline.meet(day, "the group is constituted", now), who);
        }
        consequences.follow(open);
    }
}
