package org.moutracker.workinggroups.deadline;

import java.util.UUID;

/** A group that has to meet: it is locked before its duties, and opens the next one when somebody settles one by hand. */
public interface GroupDuties {

    void lock(UUID workingGroup);

    /** Brings whatever it has set to what is so by now; it is locked. */
    void follow(UUID workingGroup, String who);
}
