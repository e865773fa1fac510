package org.moutracker.workinggroups.calendar;

import java.util.Optional;
import java.util.UUID;
import org.moutracker.timerules.Calendars;

/** What follows from a revision for those who count by calendars, whom this package does not know. */
public interface Consequences {

    /** Looks what would move; nothing is stored. */
    Outlook outlook(String authority, int revision, Calendars after, Amendment amendment);

    /**
     * Begins to recompute what a revision can touch, in the transaction that publishes it.
     *
     * @param published the id of the event that tells of it
     */
    void begin(String authority, int revision, UUID published, String who);

    /** How far that is; empty for a revision from which nothing follows, such as one that an installation starts with. */
    Optional<Recomputation> recomputation(String authority, int revision);
}
