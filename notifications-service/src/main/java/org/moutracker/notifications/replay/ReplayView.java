package org.moutracker.notifications.replay;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A replay and how far it is. */
@Schema(name = "Replay", description = "Messages that are sent once more, in portions, and how far that is.")
record ReplayView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ReplaySelector selector,

        @Schema(required = true, examples = "The mailbox was full and is not any more.")
        String reason,

        @Schema(required = true, description = "By real time.")
        Instant orderedAt,

        @Schema(required = true, examples = "operator") String orderedBy,

        @Schema(required = true, description = "How many there were when it was ordered", examples = "214")
        int matched,

        @Schema(
                required = true,
                description = "How many were made due so far. What is not true any more is then closed, not sent.",
                examples = "200")
        int replayed,

        @Schema(required = true, nullable = true, description = "Null while it goes on.") @Nullable
        Instant finishedAt) {

    /** What a dry run answers. */
    @Schema(name = "ReplayDryRun", description = "How many messages a replay would make due.")
    record DryRun(@Schema(required = true, examples = "214") int matched) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "ReplayPage", description = "One page of replays.")
    record Page(
            @Schema(required = true) List<ReplayView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
