package org.moutracker.notifications.verification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that was sent to somebody's address.
 *
 * @param ended null while it can be used, unless its time is over
 */
record Link(
        UUID id,
        UUID recipientId,
        Instant expiresAt,
        @Nullable LinkEnded ended) {

    LinkState at(Instant now) {
        if (ended != null) {
            return switch (ended) {
                case CONFIRMED, VOUCHED -> LinkState.USED;
                case SUPERSEDED -> LinkState.SUPERSEDED;
            };
        }
        return now.isBefore(expiresAt) ? LinkState.OPEN : LinkState.EXPIRED;
    }
}
