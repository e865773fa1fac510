package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;

/** Keeps and tells what follows from a ledger: for the agreement, and for its commitments. */
@ApplicationScoped
@Transactional(MANDATORY)
class SettleAgreement {

    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Outbox outbox;

    SettleAgreement(LedgerRepository ledgers, CommitmentRepository commitments, Outbox outbox) {
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.outbox = outbox;
    }

    /** Settles an agreement with lines that are new in its ledger, none when only time has passed. */
    void settle(
            Agreement agreement,
            Ledger ledger,
            List<LegalEvent> fresh,
            List<Organization> organizations,
            List<Commitment> promised,
            LegalEvent.Recording recording) {
        var followed = follow(agreement, ledger, fresh, organizations, promised, recording);
        ledgers.persist(fresh);
        ledgers.persist(followed.lines());
        if (promised.stream().anyMatch(Commitment::isWaitingForSilence)) {
            commitments.noteSilence(List.of(agreement.id));
        }
        outbox.publish(followed.events());
    }

    /**
     * What follows, before any of it is kept.
     *
     * @param lines what the system itself adds to the ledger
     */
    record Followed(List<LegalEvent> lines, List<Event> events) {}

    static Followed follow(
            Agreement agreement,
            Ledger ledger,
            List<LegalEvent> fresh,
            List<Organization> organizations,
            List<Commitment> promised,
            LegalEvent.Recording recording) {
        var settlement = new Settling(agreement, ledger, fresh, organizations, recording).settle();
        var events = new ArrayList<Event>(settlement.events());
        for (var commitment : promised) {
            if (settlement.becameBinding()) {
                events.add(commitment.open());
            }
            var followed = commitment.follow(agreement.standing, agreement.survival);
            if (settlement.told()) {
                followed.ifPresent(events::add);
            }
        }
        return new Followed(settlement.lines(), events);
    }
}
