package org.moutracker.agreements.commitment;

import java.util.List;
import org.moutracker.agreements.commitment.history.CommitmentEntry.Change;

/**
 * That the silence of sides was long enough.
 *
 * @param sides which, and on which day it was
 * @param change where the commitment stood before, and after the last of them
 */
public record SilentConfirmation(CommitmentEvent event, List<Position> sides, Change change) {

    public SilentConfirmation {
        sides = List.copyOf(sides);
    }
}
