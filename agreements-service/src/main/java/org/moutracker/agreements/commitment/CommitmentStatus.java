package org.moutracker.agreements.commitment;

/**
 * Where a commitment stands: OPEN ─▶ IN_PROGRESS ─▶ REPORTED_FULFILLED; a report taken back leads to IN_PROGRESS again.
 * What is not fulfilled is SUSPENDED and resumed with its agreement, and CANCELLED when the agreement ends; only a
 * correction of the agreement takes that back.
 */
public enum CommitmentStatus {
    OPEN,
    IN_PROGRESS,
    REPORTED_FULFILLED,
    SUSPENDED,
    CANCELLED;

    boolean canBecome(CommitmentStatus next) {
        return switch (this) {
            case OPEN -> next == IN_PROGRESS || next == REPORTED_FULFILLED || next == SUSPENDED || next == CANCELLED;
            case IN_PROGRESS -> next == REPORTED_FULFILLED || next == SUSPENDED || next == CANCELLED;
            case REPORTED_FULFILLED -> next == IN_PROGRESS || next == SUSPENDED || next == CANCELLED;
            case SUSPENDED -> next == OPEN || next == IN_PROGRESS || next == REPORTED_FULFILLED || next == CANCELLED;
            case CANCELLED -> next == OPEN || next == IN_PROGRESS || next == SUSPENDED || next == REPORTED_FULFILLED;
        };
    }
}
