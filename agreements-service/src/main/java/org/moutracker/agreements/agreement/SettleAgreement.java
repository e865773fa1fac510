package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;

/** Keeps and tells what follows from a ledger: for the agreement, and for its commitments. */
@ApplicationScoped
@Transactional(MANDATORY)
class SettleAgreement {

    private final LedgerRepository ledgers;
    private final Outbox outbox;

    SettleAgreement(LedgerRepository ledgers, Outbox outbox) {
        this.ledgers = ledgers;
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
        var settlement = new Settling(agreement, ledger, fresh, organizations, recording).settle();
        ledgers.persist(fresh);
        ledgers.persist(settlement.lines());
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
        outbox.publish(events);
    }
}
