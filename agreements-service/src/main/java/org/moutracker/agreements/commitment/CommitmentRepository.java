package org.moutracker.agreements.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commitments. */
@ApplicationScoped
public class CommitmentRepository implements PanacheRepositoryBase<Commitment, UUID> {

    /** All of an agreement, of which there are few: a registration takes 200 at most. */
    public List<Commitment> of(UUID agreementId) {
        return list("agreementId = ?1 order by code", agreementId);
    }

    public static UUID agreementOf(Commitment commitment) {
        return commitment.agreementId;
    }

    /** Those of several agreements that are about to follow them. */
    public List<Commitment> lockOf(Collection<UUID> agreementIds) {
        return find("agreementId in ?1 order by id", agreementIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** In the same order as whoever locks those of an agreement. */
    List<Commitment> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Commitment> page(@Nullable UUID agreementId, @Nullable CommitmentStatus status, UUID after, int rows) {
        var where = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>();
        values.put("after", after);
        if (agreementId != null) {
            where.append(" and agreementId = :agreement");
            values.put("agreement", agreementId);
        }
        if (status != null) {
            where.append(" and status = :status");
            values.put("status", status);
        }
        return find(where + " order by id", values).page(0, rows).list();
    }
}
