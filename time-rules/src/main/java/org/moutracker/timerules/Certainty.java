package org.moutracker.timerules;

/** How sure an answer is. */
public enum Certainty {
    /** Recorded facts and confirmed calendars: only a correction can move it. */
    EXACT,
    /** Computed, but it leans on a day that is only estimated, not yet confirmed, or may yet be overtaken. */
    PROVISIONAL,
    /** A fact that the rule counts from is missing or known only in part. */
    PENDING,
    /** The words name no day. */
    INDETERMINATE
}
