package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.DeadlineStatus;

/**
 * The moves that somebody is told of at once.
 *
 * @param first those that are listed, the nearest day first
 */
public record Moves(int count, List<Move> first) {

    /** As many as one mail lists; nobody reads more. */
    public static final int LISTED = 200;

    /**
     * A deadline that was on one day and is on another, or on none; as it was told, so that a repeat says the same.
     *
     * @param planNo of the plan that tells it; null in what was told before calendars needed it
     * @param over why nothing is due any more; null while something is
     */
    public record Move(
            @Nullable UUID deadlineId,
            int scheduleNo,
            @Nullable Integer planNo,
            String title,
            @Nullable String agreementTitle,
            @Nullable String reference,
            @Nullable String groupName,
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable Instant dueAt,
            @Nullable DeadlineStatus over,
            @Nullable String cause,
            @Nullable Map<String, String> agreementTitles) {}

    /** The deadline that has moved, where it is one alone. */
    @Nullable
    UUID only() {
        return count == 1 ? first.getFirst().deadlineId() : null;
    }

    int unlisted() {
        return count - first.size();
    }
}
