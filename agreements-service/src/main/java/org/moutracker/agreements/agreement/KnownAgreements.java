package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the papers of an agreement need to know of it. */
@ApplicationScoped
public class KnownAgreements {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;

    KnownAgreements(AgreementRepository agreements, LedgerRepository ledgers) {
        this.agreements = agreements;
        this.ledgers = ledgers;
    }

    /**
     * An agreement that is there.
     *
     * @param sides the side of every party, by the party's code
     */
    public record Known(UUID id, Map<String, String> sides) {}

    public Known get(UUID id) {
        return known(agreements.get(id));
    }

    /** Locks one, before its papers. */
    @Transactional(MANDATORY)
    public Known lock(UUID id) {
        return known(agreements.lock(id));
    }

    private static Known known(Agreement agreement) {
        return new Known(agreement.id, agreement.terms().sides());
    }

    /**
     * A party of an agreement that is there.
     *
     * @param organization the one that it was registered with
     */
    public record KnownParty(String code, String side, UUID organization) {}

    public List<KnownParty> parties(UUID id) {
        return agreements.get(id).parties.stream()
                .map(party -> new KnownParty(party.code(), party.side(), party.organizationId()))
                .toList();
    }

    /** Whether a line of its ledger has that id. */
    public boolean hasLegalEvent(UUID id, UUID line) {
        return ledgers.count("agreementId = ?1 and id = ?2", id, line) > 0;
    }
}
