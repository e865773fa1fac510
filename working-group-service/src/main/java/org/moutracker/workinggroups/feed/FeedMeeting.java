package org.moutracker.workinggroups.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a meeting to show it in a calendar.
 *
 * @param version rises with everything that can be seen of it, also before anybody is invited
 * @param changedAt when that was last
 */
record FeedMeeting(
        UUID id,
        long version,
        String title,
        String status,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        @Nullable String online,
        String host,
        Instant changedAt) {}
