package org.moutracker.workinggroups.deadline;

/**
 * Where a deadline stands. DUE_SOON and OVERDUE are not here: time alone makes them, see {@link Urgency}.
 *
 * <pre>
 * AWAITING_ANCHOR ⇄ ACTIVE ⇄ PAUSED     open; an anchor that is withdrawn makes it wait again
 * open ─▶ MET, WAIVED                   reopened with a reason ─▶ ACTIVE or AWAITING_ANCHOR
 * open ─▶ CANCELLED                     what it stood for is gone
 * open ─▶ LAPSED                        its parent ended while it was unmet
 * </pre>
 */
public enum DeadlineStatus {
    AWAITING_ANCHOR,
    ACTIVE,
    PAUSED,
    MET,
    WAIVED,
    CANCELLED,
    LAPSED;

    boolean canBecome(DeadlineStatus next) {
        return switch (this) {
            case AWAITING_ANCHOR, ACTIVE, PAUSED ->
                switch (next) {
                    case AWAITING_ANCHOR, ACTIVE, PAUSED -> this != next;
                    case MET, WAIVED, CANCELLED, LAPSED -> true;
                };
            case MET, WAIVED -> next == ACTIVE || next == AWAITING_ANCHOR;
            case CANCELLED, LAPSED -> false;
        };
    }

    boolean isOpen() {
        return switch (this) {
            case AWAITING_ANCHOR, ACTIVE, PAUSED -> true;
            case MET, WAIVED, CANCELLED, LAPSED -> false;
        };
    }
}
