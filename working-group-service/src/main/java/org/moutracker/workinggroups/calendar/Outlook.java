package org.moutracker.workinggroups.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a revision would do to the deadlines. */
@Schema(name = "CalendarOutlook", description = "What publishing would do to the deadlines.")
public record Outlook(
        @Schema(required = true, description = "How many open deadlines it can touch.", examples = "120")
        int total,

        @Schema(required = true, description = "How many of them would get another date.", examples = "7")
        int moved,

        @Schema(
                required = true,
                description = "Of how many the date would stand, but be explained otherwise or be more or less sure.",
                examples = "9")
        int changed,

        @Schema(required = true, description = "Those that are due first of the ones that would move, 200 at most.")
        List<Move> moves) {

    public static final int MOST_MOVES = 200;

    /** A deadline that would move. */
    @Schema(name = "CalendarOutlookMove", description = "A deadline that would move.")
    public record Move(
            @Schema(required = true) UUID deadlineId,

            @Schema(required = true, examples = "Establish the Pakistan–Palestine Health Working Group")
            String title,

            @Schema(required = true) UUID agreementId,

            @Schema(required = true, description = "The present last day; null when there is none.", nullable = true)
            @Nullable
            LocalDate from,

            @Schema(required = true, description = "The last day that it would have; null if none.", nullable = true)
            @Nullable
            LocalDate to,

            @Schema(required = true, description = "The present first instant that is too late.", nullable = true)
            @Nullable
            Instant dueAt,

            @Schema(
                    required = true,
                    examples =
                            "calendar PS, revision 4 of 2025-10-01 (source: Decision of the Council): 2025-10-20 is closed")
            String cause) {}
}
