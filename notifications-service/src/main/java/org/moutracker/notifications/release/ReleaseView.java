package org.moutracker.notifications.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one cause would send, or has sent, and what was decided of it. */
@Schema(name = "Release", description = "What one cause would send to very many, and what was decided of it.")
record ReleaseView(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description = "The correlation id of the events: the same through all that follows from one request.",
                examples = "01995778-5b00-7000-8000-00000000ca01")
        String cause,

        @Schema(required = true) ReleaseState state,

        @Schema(required = true, description = "How many messages the cause has brought so far", examples = "1840")
        int messages,

        @Schema(required = true, description = "By real time, also under a simulated clock.")
        Instant firstAt,

        @Schema(required = true) Instant lastAt,
        @Schema(required = true, nullable = true) @Nullable DecisionView decision) {

    /** When, by whom and why it was released or cancelled. */
    @Schema(name = "ReleaseDecision", description = "When, by whom and why it was decided. Null while it waits.")
    record DecisionView(
            @Schema(required = true) Instant at,
            @Schema(required = true) String by,
            @Schema(required = true) String reason) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "ReleasePage", description = "One page of releases.")
    record Page(
            @Schema(required = true) List<ReleaseView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
