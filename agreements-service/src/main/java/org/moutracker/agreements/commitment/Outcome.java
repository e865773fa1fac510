package org.moutracker.agreements.commitment;

/** What came of a commitment, as all sides say together; that it is fulfilled they say by confirming a report. */
public enum Outcome {
    PARTIALLY_FULFILLED,
    NOT_FULFILLED,
    WAIVED;

    CommitmentStatus status() {
        return switch (this) {
            case PARTIALLY_FULFILLED -> CommitmentStatus.PARTIALLY_FULFILLED;
            case NOT_FULFILLED -> CommitmentStatus.NOT_FULFILLED;
            case WAIVED -> CommitmentStatus.WAIVED;
        };
    }
}
