package org.moutracker.notifications.donereport;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on a done report.
 *
 * @param person who was asked by mail; null for somebody with a token
 * @param enteredBy who made the request
 */
record Decider(@Nullable UUID person, String enteredBy) {

    /** Whoever has the link that was sent to somebody. */
    static Decider linked(UUID person) {
        return new Decider(person, "link");
    }
}
