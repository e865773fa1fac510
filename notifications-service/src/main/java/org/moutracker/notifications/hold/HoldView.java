package org.moutracker.notifications.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Channel;

/** A hold as it is shown. */
@Schema(name = "Hold", description = "Keeps back what would be sent, until it is released.")
record HoldView(
        @Schema(required = true) UUID id,
        @Schema(required = true) HoldScope scope,
        @Schema(required = true, nullable = true) @Nullable UUID agreementId,
        @Schema(required = true, nullable = true) @Nullable Channel channel,

        @Schema(required = true, examples = "The date of 17 October is being checked.")
        String reason,

        @Schema(required = true, description = "By real time, also under a simulated clock.")
        Instant placedAt,

        @Schema(
                required = true,
                description = "Who put it on; `restore` when a restored database did.",
                examples = "operator")
        String placedBy,

        @Schema(required = true, nullable = true) @Nullable ReleaseView release) {

    /** When, by whom and why a hold was released. */
    @Schema(name = "HoldRelease", description = "When, by whom and why it was released. Null while it stands.")
    record ReleaseView(
            @Schema(required = true) Instant at,
            @Schema(required = true) String by,
            @Schema(required = true) String reason) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "HoldPage", description = "One page of holds.")
    record Page(
            @Schema(required = true) List<HoldView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
