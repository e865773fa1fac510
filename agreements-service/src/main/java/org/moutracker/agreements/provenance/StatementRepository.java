package org.moutracker.agreements.provenance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** What sources say of agreements, with what was withdrawn and chosen. */
@ApplicationScoped
class StatementRepository implements PanacheRepositoryBase<SourceStatement, UUID> {

    SourceStatement get(UUID agreementId, UUID id) {
        return find("agreementId = ?1 and id = ?2", agreementId, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("statement"));
    }

    /** All of an agreement, of which there are never too many: see {@link RecordStatement}. */
    Said of(UUID agreementId) {
        return new Said(list("agreementId", agreementId), withdrawals(agreementId), choices(agreementId));
    }

    Map<UUID, Withdrawal> withdrawals(UUID agreementId) {
        return getEntityManager()
                .createQuery("from Withdrawal where agreementId = ?1", Withdrawal.class)
                .setParameter(1, agreementId)
                .getResultStream()
                .collect(toMap(withdrawal -> withdrawal.statementId, identity()));
    }

    /** The newest of each fact. */
    private Map<String, Choice> choices(UUID agreementId) {
        return getEntityManager()
                .createQuery("from Choice where agreementId = ?1 order by id", Choice.class)
                .setParameter(1, agreementId)
                .getResultStream()
                .collect(toMap(choice -> choice.fact, identity(), (older, newer) -> newer));
    }

    /** Those that were published last come first. */
    List<SourceStatement> page(
            UUID agreementId, @Nullable String fact, boolean withdrawn, @Nullable Cursor after, int rows) {
        var where = new StringBuilder("agreementId = :agreement");
        var values = new HashMap<String, Object>();
        values.put("agreement", agreementId);
        if (fact != null) {
            where.append(" and fact = :fact");
            values.put("fact", fact);
        }
        if (!withdrawn) {
            where.append(" and id not in (select statementId from Withdrawal where agreementId = :agreement)");
        }
        if (after != null) {
            where.append(" and (publishedSort, id) < (:day, :id)");
            values.put("day", after.day(0));
            values.put("id", after.uuid(1));
        }
        return find(where + " order by publishedSort desc, id desc", values)
                .page(0, rows)
                .list();
    }

    void withdraw(Withdrawal withdrawal) {
        getEntityManager().persist(withdrawal);
        flush();
    }

    void choose(Choice choice) {
        getEntityManager().persist(choice);
        flush();
    }
}
