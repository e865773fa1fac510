package org.moutracker.notifications.deadline;

/** Where a deadline stands, as its owner says. */
public enum DeadlineStatus {
    AWAITING_ANCHOR,
    ACTIVE,
    PAUSED,
    MET,
    WAIVED,
    CANCELLED,
    LAPSED
}
