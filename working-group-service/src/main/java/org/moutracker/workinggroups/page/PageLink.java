package org.moutracker.workinggroups.page;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Viewpoint;

/**
 * What a link opens, and until when.
 *
 * @param sees the party of whoever made it, {@link #EVERYTHING} for somebody who reads everything, null for nobody's
 */
record PageLink(PageKind kind, UUID id, @Nullable String sees, Instant expiresAt) {

    static final String EVERYTHING = "*";

    /** A page of a group shows what all sides see, whoever made its link: it is passed on. */
    static PageLink of(PageKind kind, UUID id, Viewpoint maker, Instant expiresAt) {
        return new PageLink(
                kind,
                id,
                switch (kind) {
                    case GROUP -> null;
                    case MEMBER -> maker.all() ? EVERYTHING : maker.party();
                },
                expiresAt);
    }

    /** The same for a page that this one leads to. */
    PageLink onTo(UUID group) {
        return new PageLink(PageKind.GROUP, group, null, expiresAt);
    }

    Viewpoint viewpoint() {
        return EVERYTHING.equals(sees) ? new Viewpoint(null, true) : new Viewpoint(sees, false);
    }
}
