package org.moutracker.workinggroups.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.moutracker.timerules.Explained;

/**
 * What is read of a deadline to show it in a calendar.
 *
 * @param version rises with everything that can be seen of it
 * @param changedAt when that was last
 */
record FeedDeadline(
        UUID id,
        long version,
        String kind,
        String title,
        String status,
        String certainty,
        LocalDate lastDay,
        Instant dueAt,
        List<Explained> explanation,
        String origin,
        Instant changedAt) {}
