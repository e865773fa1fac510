package org.moutracker.workinggroups.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Asks for the meetings at which something can have been decided. */
public interface Meetings {

    /**
     * A meeting that was held.
     *
     * @param day on which it began, where it was held
     */
    record Held(UUID group, LocalDate day, boolean quorate) {}

    /** Empty for one that is not known, or was not held. */
    Optional<Held> held(UUID meeting);
}
