package org.moutracker.workinggroups.deadline;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read of a deadline to show it. */
record DeadlineRow(
        UUID id,
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @Nullable UUID workingGroupId,
        @Nullable UUID commitmentId,
        Descent descent,
        @ProjectedFieldName("course.status") DeadlineStatus status,
        @ProjectedFieldName("reckoning.rule") Map<String, Object> rule,
        Schedule schedule,
        int scheduleNo,
        Instant scheduledAt,
        Origin origin,
        List<Responsible> responsible,
        List<String> unless,
        @Nullable String internalTo,
        @ProjectedFieldName("course.metOn") @Nullable LocalDate metOn,
        Instant dueOrder,
        long version) {}
