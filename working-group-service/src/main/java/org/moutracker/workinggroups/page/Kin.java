package org.moutracker.workinggroups.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups above and below a group.
 *
 * @param parent the group that it belongs to
 * @param below the first of the groups that belong to it
 * @param count how many belong to it
 */
record Kin(@Nullable Relative parent, List<Relative> below, int count) {

    static final Kin NONE = new Kin(null, List.of(), 0);
}
