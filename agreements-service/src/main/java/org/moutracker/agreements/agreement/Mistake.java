package org.moutracker.agreements.agreement;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an agreement was registered by mistake: it is void, and stays on record.
 *
 * @param mergedInto the agreement that it is a duplicate of, if it is one
 */
@Embeddable
record Mistake(
        Instant voidedAt,
        String voidedBy,
        String voidReason,
        @Nullable UUID mergedInto) {

    /** As what follows from it is explained. */
    String because() {
        return mergedInto == null
                ? "the agreement was registered by mistake"
                : "the agreement was registered twice, and merged into the other";
    }
}
