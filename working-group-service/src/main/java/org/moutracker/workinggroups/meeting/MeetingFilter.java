package org.moutracker.workinggroups.meeting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which meetings a list is to show. */
record MeetingFilter(
        @Nullable UUID workingGroup,
        @Nullable MeetingStatus status,
        @Nullable MeetingKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean held,
        @Nullable Boolean coming,
        @Nullable Set<UUID> only) {

    void narrow(List<String> where, Map<String, Object> values) {
        add("workingGroupId = :workingGroup", "workingGroup", workingGroup, where, values);
        add("workingGroupId in :only", "only", only, where, values);
        add("status = :status", "status", status, where, values);
        add("kind = :kind", "kind", kind, where, values);
        add("appointment.startsOn >= :from", "from", from, where, values);
        add("appointment.startsOn <= :to", "to", to, where, values);
        add("status in :held", "held", those(held, MeetingStatus::isHeld), where, values);
        add("status in :coming", "coming", those(coming, MeetingStatus::isToCome), where, values);
    }

    private static @Nullable List<MeetingStatus> those(@Nullable Boolean wanted, Predicate<MeetingStatus> which) {
        return wanted == null
                ? null
                : Arrays.stream(MeetingStatus.values())
                        .filter(one -> which.test(one) == wanted)
                        .toList();
    }

    private static void add(
            String condition, String name, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
