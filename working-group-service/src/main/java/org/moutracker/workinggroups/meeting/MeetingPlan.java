package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** Whether a group meets as its terms say. */
@Schema(description = "Whether a group meets as its terms say.")
record MeetingPlan(
        @Schema(required = true) UUID workingGroupId,

        @Schema(
                required = true,
                description = "How often it is to meet; null without a meeting rule.",
                examples = "P6M",
                nullable = true)
        @Nullable
        String every,

        @Schema(required = true, nullable = true) @Nullable LastHeld lastHeld,
        @Schema(required = true, nullable = true) @Nullable NextDue nextDue,

        @Schema(
                required = true,
                description = "For how long it should have met; null while it is in time.",
                examples = "P12D",
                nullable = true)
        @Nullable
        String overdueBy,

        @Schema(
                required = true,
                description = "The party that receives the others next; null where the terms name nobody.",
                examples = "PS",
                nullable = true)
        @Nullable
        String nextHost,

        @Schema(required = true, description = "Those to come, ordinary or not, the earliest first; 50 at most.")
        List<MeetingSummary> planned) {

    /** The last ordinary meeting that was held. */
    @Schema(description = "The last ordinary meeting that was held.")
    record LastHeld(
            @Schema(required = true) UUID meetingId,
            @Schema(required = true, examples = "1") int number,

            @Schema(required = true, examples = "First meeting")
            String title,

            @Schema(required = true, examples = "2025-11-10")
            LocalDate on) {}

    /** By when the group has to meet again. */
    @Schema(description = "By when the group has to meet again.")
    record NextDue(
            @Schema(required = true, description = "Explains the day.")
            UUID deadlineId,

            @Schema(required = true) DeadlineStatus status,

            @Schema(required = true, examples = "2026-05-10", nullable = true) @Nullable
            LocalDate lastDay,

            @Schema(required = true, nullable = true) @Nullable
            Instant dueAt) {}
}
