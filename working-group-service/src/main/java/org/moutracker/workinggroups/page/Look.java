package org.moutracker.workinggroups.page;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.deadline.Viewpoint;

/**
 * How somebody looks at a group: what is internal to a side is seen by those of whom both parties belong to it.
 *
 * @param party whose view is shown; null for a view that all sides have
 * @param and who looks at that view
 * @param all whether it is somebody who sees what is internal to any side
 */
record Look(UUID group, @Nullable String party, @Nullable String and, boolean all) {

    static Look at(UUID group, Viewpoint viewpoint) {
        return new Look(group, viewpoint.partyIn(group), viewpoint.partyIn(group), viewpoint.all());
    }

    /** As a member sees it, as far as the viewer may see that. */
    static Look asMember(UUID group, String party, Viewpoint viewpoint) {
        return new Look(group, party, viewpoint.all() ? party : viewpoint.partyIn(group), false);
    }
}
