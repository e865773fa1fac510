package org.moutracker.notifications.alert;

/** Why nobody has to be told any more. */
public enum EndedBecause {
    /** What was due has been done. */
    SATISFIED,
    /** The deadline was moved: another plan holds. */
    SUPERSEDED,
    /** The deadline was waived, cancelled, paused or has lapsed, or its recipient no longer answers for it. */
    CANCELLED,
    SKIPPED,
    EXPIRED,
    EXHAUSTED
}
