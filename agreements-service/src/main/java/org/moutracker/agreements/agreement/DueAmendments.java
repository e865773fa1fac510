package org.moutracker.agreements.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Amendments that all sides have consented to and whose day has come. */
public interface DueAmendments {

    /** Lets those of some agreements take effect, which the caller has locked. */
    void takeEffect(List<UUID> agreements, Instant now);
}
