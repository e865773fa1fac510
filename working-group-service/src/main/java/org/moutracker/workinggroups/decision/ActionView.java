package org.moutracker.workinggroups.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Certainty;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** An action item as callers see it. */
@Schema(name = "ActionItem", description = "Something that a party took on, until when, and what became of it.")
record ActionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID workingGroupId,

        @Schema(required = true, description = "The decision that assigned it; null when none did.", nullable = true)
        @Nullable
        UUID decisionId,

        @Schema(required = true, examples = "D-2026-03", nullable = true) @Nullable
        String decision,

        @Schema(required = true, examples = "Send the list of trainees")
        String title,

        @Schema(required = true, examples = "PS") String party,

        @Schema(required = true, description = "The member who took it on.", nullable = true) @Nullable
        UUID assignee,

        @Schema(required = true, description = "Who that member is.", nullable = true) @Nullable
        UUID personId,

        @Schema(required = true, description = "What its deadline says, for it is the deadline that is met.")
        ActionStatus status,

        @Schema(required = true) boolean overdue,

        @Schema(required = true, description = "The last day that is still in time.", nullable = true) @Nullable
        LocalDate lastDay,

        @Schema(required = true, description = "The first instant that is too late.", nullable = true) @Nullable
        Instant dueAt,

        @Schema(required = true) Certainty certainty,

        @Schema(required = true, description = "By which it is extended, waived, and its history read.")
        UUID deadlineId,

        @Schema(required = true) DeadlineStatus deadlineStatus,
        @Schema(required = true, nullable = true) @Nullable LocalDate doneOn,
        @Schema(required = true, nullable = true) @Nullable String note,

        @Schema(required = true, examples = "https://records.example/lists/7.pdf", nullable = true) @Nullable
        String evidence,

        @Schema(required = true, description = "Also the ETag.", examples = "1")
        long version) {

    static ActionView of(ActionRow row, Instant now) {
        var due = row.dueAt();
        return new ActionView(
                row.id(),
                row.workingGroupId(),
                row.decisionId(),
                row.number(),
                row.title(),
                row.party(),
                row.memberId(),
                row.personId(),
                ActionStatus.of(row.deadline()),
                row.deadline() == DeadlineStatus.ACTIVE && due != null && !due.isAfter(now),
                row.lastDay(),
                due,
                row.certainty(),
                row.deadlineId(),
                row.deadline(),
                row.metOn(),
                row.note(),
                row.evidence(),
                row.version());
    }
}
