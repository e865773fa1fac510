package org.moutracker.agreements.commitment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a commitment, as all sides say together; that it is fulfilled they say by confirming a report. */
@Schema(name = "CommitmentOutcomeKind")
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
