package org.moutracker.workinggroups.decision;

import java.util.Arrays;
import java.util.List;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** Where an action item stands: always what its deadline says. */
enum ActionStatus {
    OPEN,
    DONE,
    WAIVED,
    CANCELLED,
    LAPSED;

    static ActionStatus of(DeadlineStatus deadline) {
        return switch (deadline) {
            case AWAITING_ANCHOR, ACTIVE, PAUSED -> OPEN;
            case MET -> DONE;
            case WAIVED -> WAIVED;
            case CANCELLED -> CANCELLED;
            case LAPSED -> LAPSED;
        };
    }

    List<DeadlineStatus> deadlines() {
        return Arrays.stream(DeadlineStatus.values())
                .filter(status -> of(status) == this)
                .toList();
    }
}
