package org.moutracker.agreements.contactpoint;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;

/** The contact points of all organizations. */
@ApplicationScoped
class ContactPoints implements PanacheRepositoryBase<ContactPoint, UUID> {

    @Transactional(MANDATORY)
    ContactPoint lock(Collection<UUID> organizations, UUID id) {
        return find("id = ?1 and organizationId in ?2", id, organizations)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("contact point of this organization"));
    }

    ContactPoint get(Collection<UUID> organizations, UUID id) {
        return find("id = ?1 and organizationId in ?2", id, organizations)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("contact point of this organization"));
    }

    List<ContactPoint> of(Collection<UUID> organizations) {
        return list("organizationId in ?1 order by id", organizations);
    }

    List<ContactPoint> page(Collection<UUID> organizations, @Nullable LocalDate on, @Nullable UUID after, int rows) {
        var where = new ArrayList<>(List.of("organizationId in :organizations"));
        var values = new HashMap<String, Object>();
        values.put("organizations", organizations);
        if (after != null) {
            where.add("id > :after");
            values.put("after", after);
        }
        if (on != null) {
            where.add("since <= :day and (until is null or until >= :day)");
            values.put("day", on);
        }
        return find(String.join(" and ", where) + " order by id", values)
                .page(0, rows)
                .list();
    }
}
