package org.moutracker.notifications.delivery;

/** What came of one attempt to hand a message over. */
public enum AttemptOutcome {
    ACCEPTED,
    /** The server said: later. */
    DEFERRED,
    /** The server said: never. */
    REFUSED,
    /** There was nobody to talk to; not a byte was said. */
    UNREACHABLE,
    /** The line broke, or we did, before the server answered. */
    UNKNOWN
}
