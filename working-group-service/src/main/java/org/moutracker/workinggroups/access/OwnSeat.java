package org.moutracker.workinggroups.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat in which the caller sits.
 *
 * @param side which parties of the group speak with one voice
 * @param agreements those that the group sees to
 */
public record OwnSeat(UUID group, UUID member, String party, String side, List<UUID> agreements) {

    public OwnSeat {
        agreements = List.copyOf(agreements);
    }

    /** Whether the group sees to what is due for another group, or, where that is none's, for an agreement. */
    public boolean seesTo(@Nullable UUID ofGroup, @Nullable UUID agreement) {
        return ofGroup == null ? agreements.contains(agreement) : ofGroup.equals(group);
    }
}
