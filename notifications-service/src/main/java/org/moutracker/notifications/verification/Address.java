package org.moutracker.notifications.verification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Somebody's address and whether it is verified; whoever changes that holds it until the transaction ends.
 *
 * @param email null while none is known
 */
record Address(UUID recipientId, @Nullable String email, boolean verified, long version) {

    /** Only what is not known yet can be shown. */
    void requireUnverified() {
        if (email == null) {
            throw new RuleViolated("no mail address of this person is known");
        }
        if (verified) {
            throw new RuleViolated("the address is verified already");
        }
    }

    @Override
    public String toString() {
        return "Address[" + recipientId + "]";
    }
}
