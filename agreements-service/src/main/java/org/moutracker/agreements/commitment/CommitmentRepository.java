package org.moutracker.agreements.commitment;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.paging.Count;

/** The commitments. */
@ApplicationScoped
public class CommitmentRepository implements PanacheRepositoryBase<Commitment, UUID> {

    /** Before all others. */
    static final UUID FIRST = new UUID(0, 0);

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

    /** Notes when the silence of a side about commitments of some agreements, which are locked, is over next. */
    public void noteSilence(Collection<UUID> agreementIds) {
        var _ = getEntityManager()
                .createNativeQuery("""
                        UPDATE agreement SET silence_over_at = (
                            SELECT min((notice ->> 'confirmsAfter')::timestamptz)
                            FROM commitment, jsonb_array_elements(commitment.review -> 'notices') AS notice
                            WHERE commitment.agreement_id = agreement.id AND commitment.status = 'REPORTED_FULFILLED')
                        WHERE id = ANY (?1)
                        """)
                .setParameter(1, agreementIds.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** What a list is to show: those that are all of it. */
    record Filter(
            @Nullable UUID agreement,
            List<CommitmentStatus> statuses,
            List<CommitmentKind> kinds,
            @Nullable String obligor,
            @Nullable String beneficiary,
            @Nullable String draftsOf) {

        private String where(Map<String, Object> values) {
            var where = new StringBuilder("id > :after");
            if (agreement != null) {
                where.append(" and agreementId = :agreement");
                values.put("agreement", agreement);
            } else {
                // What was registered by mistake is shown to whoever asks for it.
                where.append(
                        " and not exists (select 1 from Agreement v where v.id = agreementId and v.mistake.voidReason is not null)");
            }
            if (draftsOf != null) {
                where.append(" and exists (select 1 from Agreement d where d.id = agreementId"
                        + " and (d.status <> :draft or array_contains(d.partyCodes, :draftsOf)))");
                values.put("draft", AgreementStatus.DRAFT);
                values.put("draftsOf", draftsOf);
            }
            if (!statuses.isEmpty()) {
                where.append(" and status in :statuses");
                values.put("statuses", statuses);
            }
            if (!kinds.isEmpty()) {
                where.append(" and kind in :kinds");
                values.put("kinds", kinds);
            }
            // Where nobody is named all owe it, and it is owed to all.
            party("obligor", "obligors", obligor, where, values);
            party("beneficiary", "beneficiaries", beneficiary, where, values);
            return where.toString();
        }

        private static void party(
                String name, String column, @Nullable String code, StringBuilder where, Map<String, Object> values) {
            if (code != null) {
                where.append("""
                         and (cast(sql('jsonb_exists(?, ?)', %2$s, :%1$s) as Boolean) = true
                            or cast(sql('jsonb_array_length(?)', %2$s) as Integer) = 0
                                and exists (select 1 from Agreement a
                                            where a.id = agreementId and array_contains(a.partyCodes, :%1$s)))
                        """.formatted(name, column));
                values.put(name, code);
            }
        }
    }

    List<Commitment> page(Filter filter, UUID after, int rows) {
        var values = new HashMap<String, Object>();
        values.put("after", after);
        return find(filter.where(values) + " order by id", values).page(0, rows).list();
    }

    /** By reading their ids, up to one more than is counted. */
    Count count(Filter filter) {
        var values = new HashMap<String, Object>();
        values.put("after", FIRST);
        var query = getEntityManager()
                .createQuery("select id from Commitment where " + filter.where(values), UUID.class)
                .setMaxResults(Count.MOST + 1);
        values.forEach(query::setParameter);
        return Count.of(query.getResultList().size());
    }

    /** What their agreements are called. */
    Map<UUID, String> references(Collection<UUID> agreements) {
        return getEntityManager()
                .createQuery("select id, reference from Agreement where id in ?1", Object[].class)
                .setParameter(1, agreements)
                .getResultStream()
                .collect(toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
