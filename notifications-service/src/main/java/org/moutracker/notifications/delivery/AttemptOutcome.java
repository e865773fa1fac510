package org.moutracker.notifications.delivery;

/** What came of one attempt to hand a message over. */
public enum AttemptOutcome {
    ACCEPTED,
    /** The server said: later. */
    DEFERRED,
    /** The server said: never. */
    REFUSED,
    /** There was nobody to talk to, or he went before he heard a word of the message: it has not arrived. */
    UNREACHABLE,
    /** The line broke, or we did, while he heard it or before he answered. */
    UNKNOWN
}
