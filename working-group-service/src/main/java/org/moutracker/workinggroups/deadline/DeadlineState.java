package org.moutracker.workinggroups.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.Explained;

/**
 * A deadline as other services hear of it.
 *
 * @param occurrence which time it is of what recurs; 0 is the first, and then not told
 * @param recurs whether another time follows; told only when one does
 * @param internalTo the side that alone may hear of it; null, and not told, when all may
 * @param scheduledAt when the present schedule was made: a step of a reminder ladder that lies before was never owed
 * @param change what has just happened
 */
record DeadlineState(
        UUID id,
        DeadlineKind kind,
        String title,
        UUID agreementId,
        @Nullable UUID workingGroupId,
        @Nullable UUID commitmentId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int occurrence,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean recurs,
        DeadlineStatus status,
        Map<String, Object> rule,
        Certainty certainty,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        int scheduleNo,
        Instant scheduledAt,
        List<Explained> explanation,
        List<String> missing,
        Origin origin,
        List<Responsible> responsible,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String internalTo,
        @Nullable LocalDate metOn,
        Change change,
        long version) {

    static DeadlineState of(Deadline deadline, Change change, long version) {
        var schedule = deadline.schedule;
        return new DeadlineState(
                deadline.id,
                deadline.kind,
                deadline.title,
                deadline.agreementId,
                deadline.workingGroupId,
                deadline.commitmentId,
                deadline.descent.occurrence(),
                deadline.recurs,
                deadline.course.status(),
                deadline.reckoning.rule(),
                schedule.certainty(),
                schedule.lastDay(),
                schedule.dueAt(),
                deadline.scheduleNo,
                deadline.scheduledAt,
                schedule.explanation(),
                schedule.missing(),
                deadline.origin,
                deadline.responsible,
                deadline.internalTo,
                deadline.course.metOn(),
                change,
                version);
    }
}
