package org.moutracker.agreements.commitment;

/**
 * Where a commitment stands: OPEN ─▶ IN_PROGRESS ─▶ REPORTED_FULFILLED; a report taken back leads to IN_PROGRESS again.
 * What is not fulfilled is SUSPENDED and resumed with its agreement, and CANCELLED when the agreement ends; only a
 * correction of the agreement takes that back. A group can close it for good: FULFILLED, WAIVED or CANCELLED; only when
 * that decision was entered by mistake it counts again.
 */
public enum CommitmentStatus {
    OPEN,
    IN_PROGRESS,
    REPORTED_FULFILLED,
    FULFILLED,
    WAIVED,
    SUSPENDED,
    CANCELLED;

    boolean canBecome(CommitmentStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case IN_PROGRESS -> next != OPEN && next != IN_PROGRESS;
            case REPORTED_FULFILLED -> next != OPEN && next != REPORTED_FULFILLED;
            case SUSPENDED -> next != SUSPENDED;
            case CANCELLED, FULFILLED, WAIVED -> !next.isClosed();
        };
    }

    /** Whether nothing is owed any more. */
    boolean isClosed() {
        return switch (this) {
            case FULFILLED, WAIVED, CANCELLED -> true;
            case OPEN, IN_PROGRESS, REPORTED_FULFILLED, SUSPENDED -> false;
        };
    }
}
