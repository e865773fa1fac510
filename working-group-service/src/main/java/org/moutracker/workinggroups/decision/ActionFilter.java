package org.moutracker.workinggroups.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** Which action items a list is to show. */
record ActionFilter(
        @Nullable UUID group,
        @Nullable UUID decision,
        @Nullable UUID person,
        @Nullable String party,
        @Nullable ActionStatus status,
        @Nullable Boolean overdue,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        @Nullable Set<UUID> only) {

    void narrow(List<String> where, Map<String, Object> values, Instant now) {
        narrow("a.workingGroupId = :group", "group", group, where, values);
        narrow("a.workingGroupId in :only", "only", only, where, values);
        narrow("a.decisionId = :decision", "decision", decision, where, values);
        narrow("a.personId = :person", "person", person, where, values);
        narrow("a.party = :party", "party", party, where, values);
        narrow("d.course.status in :statuses", "statuses", status == null ? null : status.deadlines(), where, values);
        narrow("d.schedule.lastDay < :dueBefore", "dueBefore", dueBefore, where, values);
        narrow("d.schedule.lastDay > :dueAfter", "dueAfter", dueAfter, where, values);
        if (overdue != null) {
            var late = "(d.course.status = :active and d.schedule.dueAt is not null and d.schedule.dueAt <= :now)";
            where.add(overdue ? late : "not " + late);
            values.put("active", DeadlineStatus.ACTIVE);
            values.put("now", now);
        }
    }

    private static void narrow(
            String condition, String name, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
