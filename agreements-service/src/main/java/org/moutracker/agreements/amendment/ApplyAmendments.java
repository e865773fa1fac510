package org.moutracker.agreements.amendment;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.moutracker.agreements.agreement.AmendAgreement;
import org.moutracker.agreements.agreement.AmendAgreement.Ground;
import org.moutracker.agreements.agreement.DueAmendments;
import org.moutracker.platform.problem.InvalidRequest;

/** Lets amendments take effect whose day has come, one after the other. */
@ApplicationScoped
@Transactional(MANDATORY)
class ApplyAmendments implements DueAmendments {

    private final AmendmentRepository amendments;
    private final AmendAgreement agreements;
    private final Changes changes;

    ApplyAmendments(AmendmentRepository amendments, AmendAgreement agreements, Changes changes) {
        this.amendments = amendments;
        this.agreements = agreements;
        this.changes = changes;
    }

    @Override
    public void takeEffect(List<UUID> agreementIds, Instant now) {
        var concerned = new HashSet<UUID>();
        for (var amendment : amendments.agreed(agreementIds)) {
            concerned.add(amendment.agreementId);
            var ground = agreements.lock(amendment.agreementId, now);
            if (amendment.isDue(ground.today())) {
                apply(amendment, ground, now);
            }
        }
        concerned.forEach(this::await);
    }

    /** Applies one that is due, or that was blocked. */
    void apply(Amendment amendment, Ground ground, Instant now) {
        if (agreements.isOver(ground.id(), amendment.effectiveDay().minusDays(1))) {
            amendment.lapse(now);
            return;
        }
        try {
            var amended = changes.apply(amendment.changes, ground.form());
            var applied = amendment.takeEffect(changes.differences(ground.form(), amended), now);
            agreements.amend(ground.id(), amended, applied, now);
        } catch (InvalidRequest impossible) {
            amendment.block(
                    impossible.violations().stream()
                            .map(one -> one.field() + " " + one.message())
                            .collect(joining("; ")),
                    now);
        }
    }

    /** Lets the engine come back for the next one. */
    void await(UUID agreement) {
        agreements.await(agreement, amendments.next(agreement).orElse(null));
    }
}
