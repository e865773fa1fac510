package org.moutracker.workinggroups.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Viewpoint;
import org.moutracker.workinggroups.page.PageSubject.OfGroup;
import org.moutracker.workinggroups.page.PageSubject.OfMember;
import org.moutracker.workinggroups.page.PageSubject.OfReport;

/**
 * What a link opens, and until when.
 *
 * @param sees the party of whoever made it, {@link #EVERYTHING} for somebody who reads everything, null for nobody's
 */
record PageLink(PageSubject subject, @Nullable String sees, Instant expiresAt) {

    static final String EVERYTHING = "*";

    /** A page of a group or a report shows what all sides see, whoever made its link: it is passed on. */
    static PageLink of(PageSubject subject, Viewpoint maker, Instant expiresAt) {
        return new PageLink(
                subject,
                switch (subject) {
                    case OfGroup _, OfReport _ -> null;
                    case OfMember _ -> maker.all() ? EVERYTHING : maker.party();
                },
                expiresAt);
    }

    /** The same for the page of a group that this one leads to. */
    PageLink onTo(OfGroup group) {
        return new PageLink(group, null, expiresAt);
    }

    /** The same for a report that this one leads to. */
    PageLink onTo(OfReport report) {
        return new PageLink(report, null, expiresAt);
    }

    Viewpoint viewpoint() {
        return EVERYTHING.equals(sees) ? new Viewpoint(null, true) : new Viewpoint(sees, false);
    }
}
