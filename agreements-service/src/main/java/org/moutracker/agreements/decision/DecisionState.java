package org.moutracker.agreements.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agreements need to hear about decisions, and no more. */
record DecisionState(UUID id, String number, String status, List<Taken> effects) {

    /** An effect as it was decided, read only once it is looked at: one that makes no sense is refused, not feared. */
    record Taken(int index, Map<String, @Nullable Object> effect) {

        boolean concernsCommitments() {
            return kind().equals("OPEN_COMMITMENT") || kind().equals("CLOSE_COMMITMENT");
        }

        String kind() {
            return String.valueOf(effect.get("do"));
        }
    }

    /** Whether its effects come about. A revocation takes nothing back, so it makes no difference when it is heard. */
    boolean counts() {
        return status.equals("ADOPTED") || status.equals("REVOKED");
    }

    boolean isVoid() {
        return status.equals("VOIDED");
    }
}
