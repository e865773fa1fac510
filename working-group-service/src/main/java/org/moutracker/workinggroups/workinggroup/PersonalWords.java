package org.moutracker.workinggroups.workinggroup;

import java.util.UUID;

/** Somebody who keeps what persons have written themselves, and forgets it when one of them is erased. */
public interface PersonalWords {

    /** Forgets what a person has written; in the transaction of the erasure. */
    void forget(UUID person);
}
