package org.moutracker.notifications.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.plan.Level;
import org.moutracker.platform.paging.Count;

/** Something that somebody was told, as it stands in the inbox. */
@Schema(name = "InboxItem", description = "Something that somebody was told.")
record InboxView(
        @Schema(required = true) UUID alertId,
        @Schema(required = true) UUID deadlineId,
        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable UUID workingGroupId,

        @Schema(required = true, examples = "Establish the joint working group")
        String title,

        @Schema(
                required = true,
                nullable = true,
                description = "What the agreement is called by those who keep the register.",
                examples = "PK-PS-2025-HEALTH")
        @Nullable
        String reference,

        @Schema(required = true) Level level,

        @Schema(
                required = true,
                nullable = true,
                description = "Days from the last day; null when the date has moved or is over, which is no step.",
                examples = "T-14")
        @Nullable
        String step,

        @Schema(
                required = true,
                nullable = true,
                description = "The last day when this was told; null when none was known any more, or nothing was due.",
                examples = "2025-10-17")
        @Nullable
        LocalDate lastDay,

        @Schema(
                required = true,
                nullable = true,
                description = "The day before; null unless the date has moved, or nothing is due any more.",
                examples = "2025-10-10")
        @Nullable
        LocalDate movedFrom,

        @Schema(required = true, description = "Whether it still concerns the reader; what has ended is kept.")
        boolean stands,

        @Schema(required = true) Instant firedAt,

        @Schema(required = true, nullable = true, description = "Null while it is unread.") @Nullable
        Instant readAt,

        @JsonIgnore @Schema(hidden = true) int round,
        @JsonIgnore @Schema(hidden = true) long number) {

    /** One page of an inbox, and how much of all of it is unread. */
    @Schema(name = "InboxPage", description = "One page of an inbox, the latest first.")
    record Page(
            @Schema(required = true) List<InboxView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next,

            @Schema(required = true, description = "How many of the inbox are unread, whatever is listed.")
            Count unread) {}

    /** What became of an inbox of which all was marked as read. */
    @Schema(name = "InboxRead", description = "What became of an inbox of which all was marked as read.")
    record Read(
            @Schema(required = true, description = "How many were marked by that.", examples = "12")
            int marked,

            @Schema(required = true, description = "How many are unread since.")
            Count unread) {}
}
