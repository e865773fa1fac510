package org.moutracker.workinggroups.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/**
 * What is read of an action item and its deadline to show them.
 *
 * @param version rises with each of the two
 */
record ActionRow(
        UUID id,
        UUID workingGroupId,
        @Nullable UUID decisionId,
        @Nullable String number,
        String title,
        String party,
        @Nullable UUID memberId,
        @Nullable UUID personId,
        @Nullable String note,
        @Nullable String evidence,
        long version,
        UUID deadlineId,
        DeadlineStatus deadline,
        Certainty certainty,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        @Nullable LocalDate metOn,
        Instant dueOrder) {}
