package org.moutracker.notifications.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address under which a calendar is read: that of a person, or that of a group. */
record Feed(
        UUID id,
        @Nullable UUID person,
        @Nullable UUID workingGroup,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {}
