package org.moutracker.agreements.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.problem.NotFound;

/** The agreements. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {

    Agreement get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("agreement"));
    }

    /** For a change, so that what time causes at that moment waits for it. */
    Agreement lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("agreement"));
    }

    boolean isTaken(String reference) {
        return count("reference", reference) > 0;
    }

    /** Several, in the order in which they are locked elsewhere. */
    List<Agreement> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
