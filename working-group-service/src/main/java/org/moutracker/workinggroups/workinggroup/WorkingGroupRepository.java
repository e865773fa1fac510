package org.moutracker.workinggroups.workinggroup;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;

/** The working groups. */
@ApplicationScoped
public class WorkingGroupRepository implements PanacheRepositoryBase<WorkingGroup, UUID> {

    private static final List<WorkingGroupStatus> ENDED =
            List.of(WorkingGroupStatus.CONCLUDED, WorkingGroupStatus.ABANDONED);

    /** What a list is to show. */
    record Filter(
            @Nullable UUID agreement,
            @Nullable UUID commitment,
            @Nullable UUID parent,
            @Nullable WorkingGroupStatus status,
            @Nullable String type,
            @Nullable String q,
            @Nullable Boolean orphan,
            @Nullable LocalDate dormantSince,
            @Nullable Set<UUID> only) {}

    /** The group, for a command: two at once take turns. */
    public WorkingGroup lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("working group"));
    }

    /** Some, for changes, always locked in the same order. */
    List<WorkingGroup> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids).withLock(PESSIMISTIC_WRITE).list();
    }

    void requireThere(UUID id) {
        if (count("id", id) == 0) {
            throw new NotFound("working group");
        }
    }

    public WorkingGroup get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("working group"));
    }

    /** Whose people sit in a group. */
    public record Parties(
            UUID id, @ProjectedFieldName("circle.parties") List<GroupParty> parties) {}

    /** Whose people sit in each of some groups. */
    public Map<UUID, List<GroupParty>> parties(Collection<UUID> groups) {
        return find("id in ?1", Set.copyOf(groups)).project(Parties.class).stream()
                .collect(toMap(Parties::id, Parties::parties));
    }

    /** Which side leads a group, and has led it. */
    private record Led(Presidency presidency) {}

    /** The same, for somebody who asks for a day. */
    public Presidency presidency(UUID group) {
        return find("id", group)
                .project(Led.class)
                .singleResultOptional()
                .map(Led::presidency)
                .orElse(Presidency.NONE);
    }

    /** The groups that some commitments mandate. */
    public List<WorkingGroup> of(Collection<UUID> commitments) {
        return list("remit.commitmentId in ?1", commitments);
    }

    /** What whatever is counted from a group looks at. */
    public record Seen(
            UUID id,
            @ProjectedFieldName("remit.agreements") List<UUID> agreements,

            @ProjectedFieldName("life.establishedOn") @Nullable
            LocalDate establishedOn,

            @ProjectedFieldName("life.lastMetOn") @Nullable LocalDate lastMetOn) {}

    public Optional<Seen> seen(UUID group) {
        return find("id", group).project(Seen.class).singleResultOptional();
    }

    /** The groups that see to some agreements. */
    public List<Seen> seeingTo(Collection<UUID> agreements) {
        return agreements.isEmpty()
                ? List.of()
                : find("array_intersects(remit.agreements, ?1) order by id", List.copyOf(agreements))
                        .project(Seen.class)
                        .list();
    }

    /** What a group stands on, and whether it is known by now that it does. */
    record StandingOn(
            UUID id,
            @ProjectedFieldName("remit.agreements") List<UUID> agreements,
            @ProjectedFieldName("remit.grounds") Grounds grounds) {}

    /** What those stand on that see to some agreements and have not ended. */
    List<StandingOn> standingOn(Collection<UUID> agreements) {
        return agreements.isEmpty()
                ? List.of()
                : find(
                                "array_intersects(remit.agreements, ?1) and life.status not in ?2",
                                List.copyOf(agreements),
                                ENDED)
                        .project(StandingOn.class)
                        .list();
    }

    /** How many sub-groups of a group go on. */
    long goingOnBelow(UUID group) {
        return count("parentId = ?1 and life.status not in ?2", group, ENDED);
    }

    /** Whether a group is another, or below it, however far. */
    boolean isBelow(UUID group, UUID above) {
        return !getEntityManager()
                .createNativeQuery("""
                        WITH RECURSIVE above AS (
                            SELECT id, parent_id FROM working_group WHERE id = ?1
                            UNION
                            SELECT next.id, next.parent_id FROM above JOIN working_group AS next ON next.id = above.parent_id)
                        SELECT id FROM above WHERE id = ?2
                        """, UUID.class)
                .setParameter(1, group)
                .setParameter(2, above)
                .getResultList()
                .isEmpty();
    }

    /** How many groups somebody should look at, up to a number beyond which it makes no difference. */
    long orphans(int most) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "SELECT count(*) FROM (SELECT FROM working_group WHERE orphan LIMIT ?1) AS some",
                                Long.class)
                        .setParameter(1, most)
                        .getSingleResult())
                .longValue();
    }

    /** The groups that see to an agreement, which are few. */
    private List<UUID> seeingTo(UUID agreement) {
        return getEntityManager()
                .createQuery("select id from WorkingGroup where array_contains(remit.agreements, ?1)", UUID.class)
                .setParameter(1, agreement)
                .getResultList();
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
            // Asked apart: for a page in the order of ids the database would rather read all groups until it is full.
            var own = seeingTo(filter.agreement());
            if (own.isEmpty()) {
                return List.of();
            }
            where.add("id in :own");
            values.put("own", own);
        }
        if (filter.only() != null) {
            where.add("id in :only");
            values.put("only", filter.only());
        }
        equal("remit.commitmentId", filter.commitment(), where, values);
        equal("parentId", filter.parent(), where, values);
        equal("life.status", filter.status(), where, values);
        equal("type", filter.type(), where, values);
        equal("orphan", filter.orphan(), where, values);
        if (filter.q() != null) {
            // As the index has it: any part of the name.
            where.add("lower(name) like :q escape '!'");
            values.put("q", "%" + filter.q().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        if (filter.dormantSince() != null) {
            where.add("life.dormantOn <= :dormantSince");
            values.put("dormantSince", filter.dormantSince());
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

    private static void equal(String field, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            var name = field.substring(field.lastIndexOf('.') + 1);
            where.add(field + " = :" + name);
            values.put(name, value);
        }
    }
}
