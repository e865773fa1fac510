package org.moutracker.notifications.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message may go by its reader's time: at once, once his quiet hours are over, or as part of his next digest.
 *
 * @param from in domain time; null for at once, and for what waits for the digest
 */
public record ReadersTime(@Nullable Instant from, boolean inDigest) {

    public static final ReadersTime AT_ONCE = new ReadersTime(null, false);

    public static final ReadersTime IN_DIGEST = new ReadersTime(null, true);

    public static ReadersTime from(Instant instant) {
        return new ReadersTime(instant, false);
    }

    /** As the column {@code waits_until} has it: what waits for a digest does so at a time that never comes. */
    public @Nullable String column() {
        return inDigest ? "infinity" : from == null ? null : from.toString();
    }
}
