package org.moutracker.workinggroups.decision;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;

/** The decisions. */
@ApplicationScoped
class DecisionRepository implements PanacheRepositoryBase<Decision, UUID> {

    /** What a list is to show. */
    record Filter(
            @Nullable UUID group,
            @Nullable UUID meeting,
            @Nullable DecisionStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Set<UUID> only) {}

    Decision get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("decision"));
    }

    /** The group of a decision, which is locked before the decision itself. */
    UUID groupOf(UUID id) {
        return getEntityManager()
                .createQuery("select workingGroupId from Decision where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("decision"));
    }

    /** The decision, for a command: two at once take turns. */
    Decision lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("decision"));
    }

    /** Some, for what is answered about them, always locked in the same order. */
    List<Decision> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(PESSIMISTIC_WRITE).list();
    }

    /** The next number of a group in a year; the group is locked. */
    int nextSerial(UUID group, int year) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(serial), 0) + 1 from Decision where workingGroupId = ?1 and year = ?2",
                        Integer.class)
                .setParameter(1, group)
                .setParameter(2, year)
                .getSingleResult();
    }

    /** One that it has revoked and that still stands so. */
    Optional<Decision> revokedBy(UUID id) {
        return find("revokedBy = ?1 and status = ?2", id, DecisionStatus.REVOKED)
                .firstResultOptional();
    }

    List<Decision> page(Filter filter, @Nullable UUID after, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        narrow("workingGroupId = :group", "group", filter.group(), where, values);
        narrow("workingGroupId in :only", "only", filter.only(), where, values);
        narrow("meetingId = :meeting", "meeting", filter.meeting(), where, values);
        narrow("status = :status", "status", filter.status(), where, values);
        narrow("decidedOn >= :from", "from", filter.from(), where, values);
        narrow("decidedOn <= :to", "to", filter.to(), where, values);
        narrow("id > :after", "after", after, where, values);
        var query = String.join(" and ", where) + " order by id";
        return find(query.strip(), values).page(0, rows).list();
    }

    private static void narrow(
            String condition, String name, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
