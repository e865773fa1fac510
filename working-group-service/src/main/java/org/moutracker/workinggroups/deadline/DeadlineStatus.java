package org.moutracker.workinggroups.deadline;

/**
 * Where a deadline stands. DUE_SOON and OVERDUE are not here: time alone makes them, see {@link Urgency}.
 *
 * <pre>
 * AWAITING_ANCHOR ⇄ ACTIVE ⇄ PAUSED     open; an anchor that is withdrawn makes it wait again
 * open ─▶ MET, WAIVED                   reopened with a reason ─▶ open
 * open ─▶ CANCELLED                     what it stood for is gone
 * open ─▶ LAPSED                        its parent ended while it was unmet, or a chance passed
 * </pre>
 *
 * <p>What its source or the time has closed opens again when they turn out otherwise; only MET and WAIVED can be reopened
 * by a person.
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
            case MET, WAIVED, CANCELLED, LAPSED -> next.isOpen();
        };
    }

    /** Whether a person may say that it is open again. */
    boolean canBeReopened() {
        return switch (this) {
            case MET, WAIVED -> true;
            case AWAITING_ANCHOR, ACTIVE, PAUSED, CANCELLED, LAPSED -> false;
        };
    }

    public boolean isOpen() {
        return switch (this) {
            case AWAITING_ANCHOR, ACTIVE, PAUSED -> true;
            case MET, WAIVED, CANCELLED, LAPSED -> false;
        };
    }
}
