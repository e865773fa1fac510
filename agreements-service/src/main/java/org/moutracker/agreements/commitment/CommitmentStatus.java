package org.moutracker.agreements.commitment;

/**
 * Where a commitment stands: OPEN ─▶ IN_PROGRESS ─▶ REPORTED_FULFILLED ─▶ FULFILLED; REPORTED_FULFILLED ⇄ DISPUTED; a
 * report taken back, or made in a dispute, leads to IN_PROGRESS again. What is not reported fulfilled is SUSPENDED and
 * resumed with its agreement, and CANCELLED when the agreement ends; only a correction of the agreement takes that back.
 * The sides close it together as FULFILLED, PARTIALLY_FULFILLED, NOT_FULFILLED or WAIVED, a group as what it decides; only
 * when that was entered by mistake it counts again.
 */
public enum CommitmentStatus {
    OPEN,
    IN_PROGRESS,
    REPORTED_FULFILLED,
    DISPUTED,
    FULFILLED,
    PARTIALLY_FULFILLED,
    NOT_FULFILLED,
    WAIVED,
    SUSPENDED,
    CANCELLED;

    boolean canBecome(CommitmentStatus next) {
        return switch (this) {
            // Nobody disputes what nobody reported.
            case OPEN -> next != OPEN && next != DISPUTED;
            case IN_PROGRESS -> next != OPEN && next != IN_PROGRESS && next != DISPUTED;
            case REPORTED_FULFILLED -> next != OPEN && next != REPORTED_FULFILLED;
            case DISPUTED -> next != OPEN && next != DISPUTED;
            case SUSPENDED -> next != SUSPENDED && next != DISPUTED;
            case CANCELLED, FULFILLED, PARTIALLY_FULFILLED, NOT_FULFILLED, WAIVED -> !next.isClosed();
        };
    }

    /** Whether nothing is owed any more. */
    boolean isClosed() {
        return switch (this) {
            case FULFILLED, PARTIALLY_FULFILLED, NOT_FULFILLED, WAIVED, CANCELLED -> true;
            case OPEN, IN_PROGRESS, REPORTED_FULFILLED, DISPUTED, SUSPENDED -> false;
        };
    }
}
