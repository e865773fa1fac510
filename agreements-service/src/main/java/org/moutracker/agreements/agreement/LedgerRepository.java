package org.moutracker.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The ledgers of legal events. */
@ApplicationScoped
class LedgerRepository implements PanacheRepositoryBase<LegalEvent, UUID> {

    /** The whole ledger of an agreement, in the order of recording. */
    List<LegalEvent> of(UUID agreementId) {
        return list("agreementId = ?1 order by id", agreementId);
    }

    List<LegalEvent> page(UUID agreementId, UUID after, int rows) {
        return find("agreementId = ?1 and id > ?2 order by id", agreementId, after)
                .page(0, rows)
                .list();
    }
}
