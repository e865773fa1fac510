package org.moutracker.workinggroups.deadline;

/** What a deadline is for. */
public enum DeadlineKind {
    /** A body is to be established. */
    ESTABLISHMENT,
    /** Something is to be reported. */
    REPORT,
    /** Anything else that was promised. */
    DELIVERY
}
