package org.moutracker.notifications.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was true of minutes when they were circulated.
 *
 * @param heldAt when the meeting began
 * @param agreeBy until when an objection counts, if silence means agreement
 * @param zone the reader's
 */
public record MinutesContent(
        UUID meetingId,
        String title,
        @Nullable String groupName,
        @Nullable Instant heldAt,
        int round,
        @Nullable Instant agreeBy,
        @Nullable String document,
        String zone) {}
