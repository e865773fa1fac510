package org.moutracker.agreements.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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

    /** Whose it is, without reading it: its agreement is locked before. */
    public Optional<UUID> agreementOf(UUID id) {
        return getEntityManager()
                .createQuery("select agreementId from Commitment where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /** Those of several agreements that are about to follow them. */
    public List<Commitment> lockOf(Collection<UUID> agreementIds) {
        return find("agreementId in ?1 order by id", agreementIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** In the same order as whoever locks those of an agreement. */
    public List<Commitment> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What a list is to show. */
    record Filter(
            @Nullable UUID agreement,
            @Nullable CommitmentStatus status,
            @Nullable CommitmentKind kind,
            @Nullable String obligor) {}

    List<Commitment> page(Filter filter, UUID after, int rows) {
        var where = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>();
        values.put("after", after);
        if (filter.agreement() != null) {
            where.append(" and agreementId = :agreement");
            values.put("agreement", filter.agreement());
        }
        if (filter.status() != null) {
            where.append(" and status = :status");
            values.put("status", filter.status());
        }
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.obligor() != null) {
            // Where nobody is named all owe it.
            where.append(" and (cast(sql('jsonb_exists(?, ?)', obligors, :obligor) as Boolean) = true")
                    .append(
                            " or cast(sql('jsonb_array_length(?)', obligors) as Integer) = 0 and exists (select 1 from Agreement a")
                    .append(" where a.id = agreementId and array_contains(a.partyCodes, :obligor)))");
            values.put("obligor", filter.obligor());
        }
        return find(where + " order by id", values).page(0, rows).list();
    }
}
