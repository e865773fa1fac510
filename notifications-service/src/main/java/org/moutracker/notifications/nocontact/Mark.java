package org.moutracker.notifications.nocontact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a side of an agreement, or an organization wherever it stands, must not be told anything: stands until it is
 * lifted, and is marked anew after that.
 *
 * @param agreementId null when it is about an organization
 */
public record Mark(
        UUID id,
        @Nullable UUID agreementId,
        @Nullable String side,
        @Nullable UUID organizationId,
        Instant since,
        @Nullable Instant liftedAt,
        long version) {

    boolean stands() {
        return liftedAt == null;
    }
}
