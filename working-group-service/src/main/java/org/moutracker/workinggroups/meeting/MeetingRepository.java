package org.moutracker.workinggroups.meeting;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.NotFound;

/** The meetings. */
@ApplicationScoped
public class MeetingRepository implements PanacheRepositoryBase<Meeting, UUID> {

    private static final List<MeetingStatus> HELD =
            Arrays.stream(MeetingStatus.values()).filter(MeetingStatus::isHeld).toList();
    private static final List<MeetingStatus> TO_COME = Arrays.stream(MeetingStatus.values())
            .filter(MeetingStatus::isToCome)
            .toList();
    private static final List<MeetingStatus> GONE = List.of(MeetingStatus.CANCELLED, MeetingStatus.VOIDED);

    public Meeting get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("meeting"));
    }

    /** The meeting, for a command: two at once take turns. Its group has to be locked before. */
    public Meeting lock(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("meeting"));
    }

    /** Some, for changes, always locked in the same order. */
    List<Meeting> lockAll(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(PESSIMISTIC_WRITE).list();
    }

    /** Those of a group that are still to come, for changes. */
    List<Meeting> lockToCome(UUID workingGroup) {
        return find("workingGroupId = ?1 and status in ?2 order by id", workingGroup, TO_COME)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of some groups whose minutes go round, for changes. */
    List<Meeting> lockCirculated(Collection<UUID> workingGroups) {
        return find("workingGroupId in ?1 and status = ?2 order by id", workingGroups, MeetingStatus.MINUTES_CIRCULATED)
                .withLock(PESSIMISTIC_WRITE)
                .list();
    }

    /** Of which group a meeting is. */
    private record Whose(UUID workingGroupId) {}

    public UUID groupOf(UUID id) {
        return find("id", id)
                .project(Whose.class)
                .singleResultOptional()
                .orElseThrow(() -> new NotFound("meeting"))
                .workingGroupId();
    }

    /** The ordinary meetings of a group that were not cancelled or voided, in their order. */
    List<Ordinary> ordinary(UUID workingGroup) {
        return find(
                        "workingGroupId = ?1 and kind = ?2 and status not in ?3 order by startsOrder, id",
                        workingGroup,
                        MeetingKind.ORDINARY,
                        GONE)
                .project(Ordinary.class)
                .list();
    }

    /** When a meeting was held. */
    private record Day(
            @ProjectedFieldName("sitting.heldOn") @Nullable LocalDate heldOn) {}

    /** The days on which a group has met, ordinary or not, the earliest first. */
    List<LocalDate> daysOf(UUID workingGroup) {
        return find("workingGroupId = ?1 and status in ?2", workingGroup, HELD).project(Day.class).stream()
                .map(Day::heldOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** A page of what a filter lets through, by start and id. */
    List<MeetingRow> page(MeetingFilter filter, @Nullable Cursor after, int rows) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        filter.narrow(where, values);
        if (after != null) {
            where.add("(startsOrder, id) > (:afterStart, :afterId)");
            values.put("afterStart", after.instant(0));
            values.put("afterId", after.uuid(1));
        }
        var query = String.join(" and ", where) + " order by startsOrder, id";
        return find(query.strip(), values)
                .page(0, rows)
                .project(MeetingRow.class)
                .list();
    }
}
