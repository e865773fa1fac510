package org.moutracker.workinggroups.workinggroup;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.stream.Collectors.toMap;

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

/** The working groups. */
@ApplicationScoped
public class WorkingGroupRepository implements PanacheRepositoryBase<WorkingGroup, UUID> {

    /** What a list is to show. */
    record Filter(
            @Nullable UUID agreement,
            @Nullable UUID commitment,
            @Nullable WorkingGroupStatus status) {}

    /** The group, for a command: two at once take turns. */
    public WorkingGroup lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("working group"));
    }

    public WorkingGroup get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("working group"));
    }

    /** Whose people sit in a group. */
    public record Parties(UUID id, List<GroupParty> parties) {}

    /** Whose people sit in each of some groups. */
    public Map<UUID, List<GroupParty>> parties(Collection<UUID> groups) {
        return find("id in ?1", Set.copyOf(groups)).project(Parties.class).stream()
                .collect(toMap(Parties::id, Parties::parties));
    }

    /** The groups that some commitments mandate. */
    public List<WorkingGroup> of(Collection<UUID> commitments) {
        return list("commitmentId in ?1", commitments);
    }

    /** What whatever is counted from a group looks at. */
    public record Seen(
            UUID id,
            List<UUID> agreements,
            @Nullable LocalDate establishedOn,
            @Nullable LocalDate lastMetOn) {}

    public Optional<Seen> seen(UUID group) {
        return find("id", group).project(Seen.class).singleResultOptional();
    }

    /** The groups that see to some agreements. */
    public List<Seen> seeingTo(Collection<UUID> agreements) {
        return agreements.isEmpty()
                ? List.of()
                : find("array_intersects(agreements, ?1) order by id", List.copyOf(agreements))
                        .project(Seen.class)
                        .list();
    }

    WorkingGroupView view(UUID id) {
        return find("id", id)
                .project(WorkingGroupView.class)
                .singleResultOptional()
                .orElseThrow(() -> new NotFound("working group"));
    }

    List<WorkingGroupView> page(Filter filter, @Nullable UUID after, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (filter.agreement() != null) {
            where.add("array_contains(agreements, :agreement)");
            values.put("agreement", filter.agreement());
        }
        if (filter.commitment() != null) {
            where.add("commitmentId = :commitment");
            values.put("commitment", filter.commitment());
        }
        if (filter.status() != null) {
            where.add("status = :status");
            values.put("status", filter.status());
        }
        if (after != null) {
            where.add("id > :after");
            values.put("after", after);
        }
        var query = String.join(" and ", where) + " order by id";
        return find(query.strip(), values)
                .page(0, rows)
                .project(WorkingGroupView.class)
                .list();
    }
}
