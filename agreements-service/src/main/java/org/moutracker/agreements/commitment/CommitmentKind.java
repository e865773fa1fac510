package org.moutracker.agreements.commitment;

/** What is promised; {@link #ESTABLISH_BODY} makes a working group appear. */
public enum CommitmentKind {
    ESTABLISH_BODY,
    DELIVERABLE,
    TRAINING,
    EXCHANGE_OF_EXPERTS,
    RESEARCH,
    FINANCING,
    INFORMATION_SHARING,
    REPORTING,
    CONSULTATION,
    OTHER
}
