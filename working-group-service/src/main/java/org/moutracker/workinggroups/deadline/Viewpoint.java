package org.moutracker.workinggroups.deadline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom deadlines are read: what is internal to a side is seen by the people of that side alone.
 *
 * @param party whose person it is; null for somebody of no party
 * @param all whether it is somebody who reads everything
 */
public record Viewpoint(@Nullable String party, boolean all) {

    void narrow(List<String> where, Map<String, Object> values) {
        if (all) {
            return;
        }
        if (party == null) {
            where.add("internalTo is null");
        } else {
            where.add("(internalTo is null or array_contains(internalParties, :viewer))");
            values.put("viewer", party);
        }
    }

    boolean sees(Deadline deadline) {
        return all || deadline.internalTo == null || isOf(List.of(deadline.internalParties));
    }

    boolean isOf(List<String> parties) {
        return party != null && parties.contains(party);
    }
}
