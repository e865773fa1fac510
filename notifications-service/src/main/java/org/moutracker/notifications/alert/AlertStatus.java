package org.moutracker.notifications.alert;

import java.util.Arrays;
import java.util.List;

/** Where an alert stands: ACTIVE ⇄ ACKNOWLEDGED (until that expires), ACTIVE ⇄ SNOOZED; each of them ─▶ ENDED. */
public enum AlertStatus {
    ACTIVE,
    ACKNOWLEDGED,
    SNOOZED,
    ENDED;

    boolean canBecome(AlertStatus next) {
        return switch (this) {
            case ACTIVE -> next != ACTIVE;
            case ACKNOWLEDGED -> next == ACTIVE || next == ENDED;
            case SNOOZED -> next == ACTIVE || next == ACKNOWLEDGED || next == ENDED;
            case ENDED -> false;
        };
    }

    /** The states from which this one can be reached, for statements over many rows. */
    List<String> origins() {
        return Arrays.stream(values())
                .filter(status -> status.canBecome(this))
                .map(AlertStatus::name)
                .toList();
    }
}
