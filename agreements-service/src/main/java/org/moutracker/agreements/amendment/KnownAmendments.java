package org.moutracker.agreements.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which amendments there are, for papers about them. */
@ApplicationScoped
public class KnownAmendments {

    private final AmendmentRepository amendments;

    KnownAmendments(AmendmentRepository amendments) {
        this.amendments = amendments;
    }

    public boolean isKnown(UUID agreementId, int number) {
        return amendments.count("agreementId = ?1 and number = ?2", agreementId, number) > 0;
    }
}
