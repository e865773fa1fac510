package org.moutracker.agreements.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;

/** The imports. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, UUID> {

    Import get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("import"));
    }

    /** For a command, which waits for the batch that is under way. */
    Import lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("import"));
    }

    /** Takes the one that has waited longest of those that nobody else is working on. */
    Optional<Import> claim() {
        var claimed = getEntityManager().createNativeQuery("""
                UPDATE agreement_import SET worked_at = clock_timestamp() WHERE id = (
                    SELECT id FROM agreement_import WHERE state IN ('CHECKING', 'IMPORTING')
                    ORDER BY worked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id
                """, UUID.class).getResultList();
        return claimed.isEmpty() ? Optional.empty() : findByIdOptional((UUID) claimed.getFirst());
    }

    /** The newest first. */
    List<Import> page(@Nullable ImportState state, @Nullable UUID before, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (state != null) {
            where.add("state = :state");
            values.put("state", state);
        }
        if (before != null) {
            where.add("id < :before");
            values.put("before", before);
        }
        var query = String.join(" and ", where) + " order by id desc";
        return find(query.strip(), values).page(0, rows).list();
    }
}
