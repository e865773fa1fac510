package org.moutracker.workinggroups.workinggroup;

import java.util.UUID;

/** Somebody who keeps work of members, and passes it on when one of them leaves. In the transaction of the leaving. */
public interface Handover {

    /**
     * Passes on whatever a person has not finished in a group.
     *
     * @param from the person who leaves
     * @param to the member who takes over
     * @param who says so
     */
    void handOver(UUID workingGroup, UUID from, Member to, String who);
}
