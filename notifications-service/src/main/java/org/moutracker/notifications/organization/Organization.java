package org.moutracker.notifications.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organization as far as alerts need it: what has become of it.
 *
 * @param mergedInto the one that it is a duplicate of
 * @param succession who stands in its place from a day on
 */
record Organization(
        UUID id, @Nullable UUID mergedInto, @Nullable Succession succession) {

    /** That another one stands in its place, from a day on. */
    record Succession(UUID by, LocalDate on) {}
}
