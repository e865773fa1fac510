package org.moutracker.platform.due;

import java.time.Instant;
import java.util.UUID;

/** How far a table of due rows was looked through, in the order of its index. */
record Place(Instant at, UUID id) {

    /** The id that PostgreSQL sorts last. */
    private static final UUID LAST = new UUID(-1, -1);

    /** Behind everything that was due by then. */
    static Place behind(Instant instant) {
        return new Place(instant, LAST);
    }
}
