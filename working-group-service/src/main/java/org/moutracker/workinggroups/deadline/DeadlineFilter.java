package org.moutracker.workinggroups.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deadlines a list is to show. */
record DeadlineFilter(
        @Nullable UUID agreement,
        @Nullable UUID workingGroup,
        @Nullable UUID commitment,
        @Nullable DeadlineStatus status,
        @Nullable Nearness derived,
        @Nullable DeadlineKind kind,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        @Nullable String responsible,
        @Nullable Boolean unassigned,
        Viewpoint viewpoint) {

    // Containment, which no HQL function says: [{"party": "PK"}] is among those who are responsible.
    private static final String RESPONSIBLE = """
            cast(sql('(? @> jsonb_build_array(jsonb_build_object(''party'', cast(? as text))))', responsible, :responsible)
                as Boolean) = true
            """;

    private static final String UNASSIGNED = "cast(sql('is_unassigned(?, ?)', workingGroupId, responsible) as Boolean)";

    void narrow(List<String> where, Map<String, Object> values, Instant now) {
        viewpoint.narrow(where, values);
        equal("agreementId", agreement, where, values);
        equal("workingGroupId", workingGroup, where, values);
        equal("commitmentId", commitment, where, values);
        equal("course.status", status, "status", where, values);
        equal("kind", kind, where, values);
        if (dueBefore != null) {
            where.add("schedule.lastDay < :dueBefore");
            values.put("dueBefore", dueBefore);
        }
        if (dueAfter != null) {
            where.add("schedule.lastDay > :dueAfter");
            values.put("dueAfter", dueAfter);
        }
        if (responsible != null) {
            where.add(RESPONSIBLE);
            values.put("responsible", responsible);
        }
        if (unassigned != null) {
            where.add("course.status in :open and " + UNASSIGNED + " = " + unassigned);
            values.put("open", DeadlineRepository.OPEN);
        }
        if (derived != null) {
            narrow(derived, where, values, now);
        }
    }

    private static void narrow(Nearness derived, List<String> where, Map<String, Object> values, Instant now) {
        equal("course.status", DeadlineStatus.ACTIVE, "active", where, values);
        switch (derived) {
            case UPCOMING -> {
                where.add("schedule.dueAt > :horizon");
                values.put("horizon", Urgency.horizon(now));
            }
            case OVERDUE -> {
                where.add("schedule.dueAt <= :now");
                values.put("now", now);
            }
            case DUE_SOON -> {
                where.add("schedule.dueAt > :now and schedule.dueAt <= :horizon");
                values.put("now", now);
                values.put("horizon", Urgency.horizon(now));
            }
        }
    }

    private static void equal(String field, @Nullable Object value, List<String> where, Map<String, Object> values) {
        equal(field, value, field, where, values);
    }

    private static void equal(
            String field, @Nullable Object value, String name, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(field + " = :" + name);
            values.put(name, value);
        }
    }
}
