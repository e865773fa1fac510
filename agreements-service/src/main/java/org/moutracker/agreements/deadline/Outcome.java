package org.moutracker.agreements.deadline;

/** What has become of a deadline. */
public enum Outcome {
    MET_IN_TIME,
    MET_LATE,
    OPEN,
    OVERDUE,
    /** Waived, cancelled or lapsed: nobody need meet it any more. */
    DROPPED
}
