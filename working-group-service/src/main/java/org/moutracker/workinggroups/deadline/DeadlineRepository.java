package org.moutracker.workinggroups.deadline;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** The deadlines. */
@ApplicationScoped
class DeadlineRepository implements PanacheRepositoryBase<Deadline, UUID> {

    /** The deadline, for a command: two at once take turns. */
    Deadline lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("deadline"));
    }

    /** Those of some commitments, for changes, always locked in the same order. */
    List<Deadline> lockOf(Collection<UUID> commitments) {
        return find("commitmentId in ?1 order by id", commitments)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** The open ones of a kind that a group is answerable for, for changes. */
    List<Deadline> lockOpen(UUID workingGroup, DeadlineKind kind) {
        return find(
                        "workingGroupId = ?1 and kind = ?2 and status in ?3 order by id",
                        workingGroup,
                        kind,
                        List.of(DeadlineStatus.AWAITING_ANCHOR, DeadlineStatus.ACTIVE, DeadlineStatus.PAUSED))
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    DeadlineRow row(UUID id) {
        return find("id", id)
                .project(DeadlineRow.class)
                .singleResultOptional()
                .orElseThrow(() -> new NotFound("deadline"));
    }

    /** A page of what a filter lets through, by due instant and id. */
    List<DeadlineRow> page(DeadlineFilter filter, @Nullable Cursor after, int rows, Instant now) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        filter.narrow(where, values, now);
        if (after != null) {
            where.add("(dueOrder, id) > (:afterDue, :afterId)");
            values.put("afterDue", after.instant(0));
            values.put("afterId", after.uuid(1));
        }
        var query = String.join(" and ", where) + " order by dueOrder, id";
        return find(query.strip(), values)
                .page(0, rows)
                .project(DeadlineRow.class)
                .list();
    }
}
