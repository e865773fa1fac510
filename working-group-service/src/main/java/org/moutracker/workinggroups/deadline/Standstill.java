package org.moutracker.workinggroups.deadline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.Received;

/** Whoever counts a time of a group beside its deadlines: it stands while these do. */
public interface Standstill {

    /**
     * Learns when the clocks of some groups stood, or stand; before their deadlines do.
     *
     * @param suspensions by group
     * @param causes the events that say so, by group
     */
    void follow(Map<UUID, List<Suspension>> suspensions, Map<UUID, Received<?>> causes);
}
