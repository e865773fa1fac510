package org.moutracker.notifications.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar to subscribe to. */
@Schema(name = "CalendarFeed", description = "A calendar to subscribe to.")
record FeedView(
        @Schema(required = true) UUID id,

        @Schema(required = true, nullable = true, description = "Whose it is; null for that of a group.") @Nullable
        UUID person,

        @Schema(required = true, nullable = true, description = "Which group's it is; null for that of a person.")
        @Nullable
        UUID workingGroup,

        @Schema(
                nullable = true,
                format = "uri",
                description = "What a calendar program subscribes to. Whoever knows it reads the calendar: it is told"
                        + " once, when it is made, and kept nowhere.",
                examples = "https://mou.example/calendar-feeds/hYlGmC0ZQ0n0Pgk2m3V4n5b6c7d8e9f0g1h2i3j4k5l.ics")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String url,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "Who asked for it.", examples = "secretary")
        String createdBy,

        @Schema(required = true, nullable = true, description = "Since when it cannot be read any more.") @Nullable
        Instant endedAt,

        @Schema(required = true, nullable = true, description = "Who ended it.") @Nullable
        String endedBy) {

    static FeedView of(Feed feed, @Nullable String url) {
        return new FeedView(
                feed.id(),
                feed.person(),
                feed.workingGroup(),
                url,
                feed.createdAt(),
                feed.createdBy(),
                feed.endedAt(),
                feed.endedBy());
    }

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "CalendarFeedPage", description = "One page of calendars to subscribe to.")
    record Page(
            @Schema(required = true) List<FeedView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
