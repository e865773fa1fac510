package org.moutracker.workinggroups.deadline;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.timerules.AnchorEvent;

/** The deadlines. */
@ApplicationScoped
class DeadlineRepository implements PanacheRepositoryBase<Deadline, UUID> {

    static final List<DeadlineStatus> OPEN =
            List.of(DeadlineStatus.AWAITING_ANCHOR, DeadlineStatus.ACTIVE, DeadlineStatus.PAUSED);

    /** The deadline, for a command: two at once take turns. */
    Deadline lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("deadline"));
    }

    /** Of which group a deadline is. */
    private record Whose(UUID workingGroupId) {}

    /** The group that has to meet by a deadline; empty for any other deadline. */
    Optional<UUID> meetingGroup(UUID id) {
        return find("id = ?1 and descent.source like 'working-groups/%/meetings/%'", id)
                .project(Whose.class)
                .singleResultOptional()
                .map(Whose::workingGroupId);
    }

    /** Some, for changes, always locked in the same order. */
    List<Deadline> lockAll(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(PESSIMISTIC_WRITE).list();
    }

    /** Those of some sources, for changes, always locked in the same order. */
    List<Deadline> lockOf(Collection<String> sources) {
        return find("descent.source in ?1 order by id", sources)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of some agreements that no source tells of them, and the open ones that some groups set, for changes. */
    List<Deadline> lockUntold(Collection<UUID> agreements, Collection<UUID> workingGroups) {
        return find("""
                        (agreementId in ?1 and (descent.source is null or descent.source like 'entries/%'))
                        or (workingGroupId in ?2 and descent.source like 'working-groups/%' and course.status in ?3) order by id
                        """, agreements, workingGroups, OPEN)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of a group, or of its agreements and no group, that look at that fact, for changes. */
    List<Deadline> lockAnchored(UUID workingGroup, Collection<UUID> agreements, AnchorEvent event) {
        return find(
                        "workingGroupId = ?1 or (workingGroupId is null and agreementId in ?2) order by id",
                        workingGroup,
                        agreements)
                .withLock(PESSIMISTIC_WRITE)
                .stream()
                .filter(deadline -> deadline.rule().anchor().events().contains(event))
                .toList();
    }

    /** The highest number that there is by now of what some sources let recur. */
    Map<String, Integer> times(Collection<String> sources) {
        return getEntityManager()
                .createQuery(
                        "select descent.source, max(descent.occurrence) from Deadline where descent.source in ?1 group by descent.source",
                        Object[].class)
                .setParameter(1, sources)
                .getResultStream()
                .collect(toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    /** What others can count from, by every name that was asked for. */
    Map<String, References.Days> days(Set<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var ids = names.stream()
                .filter(name -> !name.contains("/"))
                .map(UUID::fromString)
                .toList();
        var days = new HashMap<String, References.Days>();
        find("id in ?1 or descent.alias in ?2", ids, names).project(NamedDays.class).stream()
                .forEach(named -> days.putAll(named.named()));
        return days;
    }

    /** Whatever counts from deadlines of these names, or from what does, for changes. */
    List<Deadline> lockDependents(Collection<String> names) {
        var ids = dependents(names);
        return ids.isEmpty() ? List.of() : lockAll(ids);
    }

    /** The names of all deadlines of an agreement, at most so many. */
    List<NamedDays> ofAgreement(UUID agreement, int most) {
        return find("agreementId", agreement)
                .page(0, most)
                .project(NamedDays.class)
                .list();
    }

    List<Shown> shown(Collection<UUID> ids, Viewpoint viewpoint) {
        var where = new ArrayList<>(List.of("id in :ids"));
        var values = new HashMap<String, Object>(Map.of("ids", ids));
        viewpoint.narrow(where, values);
        return find(String.join(" and ", where) + " order by dueOrder, id", values)
                .project(Shown.class)
                .list();
    }

    /** The ids of whatever counts from deadlines of these names, or from what does. */
    List<UUID> dependents(Collection<String> names) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = getEntityManager()
                .createNativeQuery("""
                        WITH RECURSIVE dependent AS (
                            SELECT id, alias FROM deadline
                            WHERE depends_on <> '{}' AND depends_on && CAST(?1 AS varchar[])
                            UNION
                            SELECT deadline.id, deadline.alias FROM dependent JOIN deadline
                              ON depends_on <> '{}' AND depends_on && ARRAY[dependent.id::varchar, dependent.alias])
                        SELECT id FROM dependent
                        """, UUID.class)
                .setParameter(1, names.toArray(String[]::new))
                .getResultList();
        return ids;
    }

    /** The open ones that follow from the terms of some agreements, for changes. */
    List<Deadline> lockOpenTerms(Collection<UUID> agreements) {
        return find(
                        "agreementId in ?1 and descent.source like 'agreements/%' and course.status in ?2 order by id",
                        agreements, OPEN)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** The open ones of a kind that a group is answerable for, for changes. */
    List<Deadline> lockOpen(UUID workingGroup, DeadlineKind kind) {
        return find("workingGroupId = ?1 and kind = ?2 and course.status in ?3 order by id", workingGroup, kind, OPEN)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** The open ones that a group has set, for changes. */
    List<Deadline> lockOpenSetBy(UUID workingGroup) {
        return find(
                        "workingGroupId = ?1 and descent.source like 'working-groups/%' and course.status in ?2 order by id",
                        workingGroup, OPEN)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether there are open ones that a group has set and that count with an agreement. */
    boolean isOpenSetBy(UUID workingGroup, UUID agreement) {
        return count(
                        "workingGroupId = ?1 and agreementId = ?2 and descent.source like 'working-groups/%' and course.status in ?3",
                        workingGroup, agreement, OPEN)
                > 0;
    }

    /** The open ones of a group that a person has to see to, for changes. */
    List<Deadline> lockOpenOf(UUID workingGroup, UUID person) {
        return find("workingGroupId = ?1 and course.status in ?2 order by id", workingGroup, OPEN)
                .withLock(PESSIMISTIC_WRITE)
                .stream()
                .filter(deadline -> deadline.responsible.stream().anyMatch(one -> person.equals(one.personId())))
                .toList();
    }

    /** Locks whatever some groups have set, in the order in which everybody locks, without reading it. */
    void holdSetBy(Collection<UUID> workingGroups) {
        var _ = getEntityManager()
                .createNativeQuery("""
                        SELECT id FROM deadline
                        WHERE working_group_id = ANY (?1) AND source LIKE 'working-groups/%' ORDER BY id FOR UPDATE
                        """, UUID.class)
                .setParameter(1, workingGroups.toArray(UUID[]::new))
                .getResultList();
    }

    /** Those that a group has set whose source begins like this. */
    List<GroupDeadlines.Known> ofGroup(UUID workingGroup, String source) {
        return find(
                        "workingGroupId = ?1 and substring(descent.source, 1, ?3) = ?2 order by id",
                        workingGroup,
                        source,
                        source.length())
                .project(GroupDeadlines.Known.class)
                .list();
    }

    DeadlineRow row(UUID id, Viewpoint viewpoint) {
        var where = new ArrayList<>(List.of("id = :id"));
        var values = new HashMap<String, Object>(Map.of("id", id));
        viewpoint.narrow(where, values);
        return find(String.join(" and ", where), values)
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
