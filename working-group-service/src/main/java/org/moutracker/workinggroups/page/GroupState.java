package org.moutracker.workinggroups.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Chair;
import org.moutracker.workinggroups.workinggroup.Grounds;

/**
 * What is the matter with a group.
 *
 * @param dormantBecause why it is dormant; null unless it is
 * @param dormantOn since when
 * @param endedOn when it was concluded or abandoned
 * @param vacant the sides for which nobody sits; none of a group that has ended
 * @param grounds what its agreements give it to stand on
 * @param chair the side whose turn it is to lead it; null where co-chairs do, and of one that has ended
 */
record GroupState(
        @Nullable String dormantBecause,
        @Nullable LocalDate dormantOn,
        @Nullable LocalDate endedOn,
        List<String> vacant,
        Grounds grounds,
        @Nullable Chair chair) {

    /** Whether all its agreements have ended and it has not. */
    public boolean isLeftOver() {
        return grounds == Grounds.ENDED && endedOn == null;
    }

    /** Whether nothing that it sees to is in force at present. */
    public boolean isResting() {
        return grounds == Grounds.RESTING && endedOn == null;
    }

    public boolean isOrphan() {
        return isLeftOver() || !vacant.isEmpty();
    }
}
