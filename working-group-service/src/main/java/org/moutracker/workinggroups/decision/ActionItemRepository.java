package org.moutracker.workinggroups.decision;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** The action items, always read together with their deadlines. */
@ApplicationScoped
class ActionItemRepository implements PanacheRepositoryBase<ActionItem, UUID> {

    private static final String ROWS = """
            select new org.moutracker.workinggroups.decision.ActionRow(
                a.id, a.workingGroupId, a.decisionId, a.number, a.title, a.party, a.memberId, a.personId, a.note,
                a.evidence, a.version + d.version - 1, d.id, d.course.status, d.schedule.certainty, d.schedule.lastDay, d.schedule.dueAt,
                d.course.metOn, d.dueOrder)
            from ActionItem a join Deadline d on d.id = a.deadlineId
            where\s""";

    /** The group of an item, which is locked before the item itself. */
    UUID groupOf(UUID id) {
        return getEntityManager()
                .createQuery("select workingGroupId from ActionItem where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound("action item"));
    }

    ActionItem lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("action item"));
    }

    /** The open ones of a group that somebody took on, for changes, always locked in the same order. */
    List<ActionItem> lockOpenOf(UUID group, UUID person) {
        return find("""
                        from ActionItem a where a.workingGroupId = ?1 and a.personId = ?2
                        and exists (select 1 from Deadline d where d.id = a.deadlineId and d.course.status in ?3) order by a.id
                        """, group, person, ActionStatus.OPEN.deadlines())
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    List<ActionItem> ofDecision(UUID decision) {
        return list("decisionId = ?1 order by id", decision);
    }

    ActionRow row(UUID id) {
        return rows("a.id = :id", Map.of("id", id), 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("action item"));
    }

    /** A page of what a filter lets through, what is due first before the rest. */
    List<ActionRow> page(ActionFilter filter, @Nullable Cursor after, int rows, Instant now) {
        var where = new ArrayList<>(List.of("d.kind = org.moutracker.workinggroups.deadline.DeadlineKind.ACTION"));
        var values = new HashMap<String, Object>();
        filter.narrow(where, values, now);
        if (after != null) {
            where.add("(d.dueOrder, d.id) > (:afterDue, :afterId)");
            values.put("afterDue", after.instant(0));
            values.put("afterId", after.uuid(1));
        }
        return rows(String.join(" and ", where) + " order by d.dueOrder, d.id", values, rows);
    }

    private List<ActionRow> rows(String rest, Map<String, Object> values, int most) {
        var query = getEntityManager().createQuery(ROWS + rest, ActionRow.class).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
