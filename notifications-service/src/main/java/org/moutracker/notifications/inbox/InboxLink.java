package org.moutracker.notifications.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a link opens, and until when.
 *
 * @param sees the party of whoever made it, {@link #EVERYTHING} for somebody who reads everything, null for nobody's
 */
record InboxLink(UUID person, @Nullable String sees, Instant expiresAt) {

    private static final String EVERYTHING = "*";

    /** It shows as much of the inbox as its maker sees. */
    static InboxLink of(UUID person, Reader maker, Instant expiresAt) {
        return new InboxLink(person, maker.seesAll() ? EVERYTHING : maker.party(), expiresAt);
    }

    Reader reader() {
        return EVERYTHING.equals(sees) ? new Reader(true, null) : new Reader(false, sees);
    }
}
