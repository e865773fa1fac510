package org.moutracker.agreements.commitment;

/**
 * Where a commitment stands: OPEN ─▶ IN_PROGRESS ─▶ REPORTED_FULFILLED; a report taken back leads to IN_PROGRESS again.
 */
public enum CommitmentStatus {
    OPEN,
    IN_PROGRESS,
    REPORTED_FULFILLED;

    boolean canBecome(CommitmentStatus next) {
        return switch (this) {
            case OPEN -> next == IN_PROGRESS || next == REPORTED_FULFILLED;
            case IN_PROGRESS -> next == REPORTED_FULFILLED;
            case REPORTED_FULFILLED -> next == IN_PROGRESS;
        };
    }
}
