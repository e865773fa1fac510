package org.moutracker.notifications.alert;

/** Why it counts no longer that somebody knows. */
enum AcknowledgementEnded {
    /** Its time has passed: the ladder goes on. */
    EXPIRED,
    WITHDRAWN,
    /** He had reported it done, and it was found not to be. */
    DECLINED,
    /** He has acknowledged a later step. */
    REPLACED,
    /** He does not answer for the deadline any more. */
    LEFT,
    /** The deadline has moved or is over. */
    OVER
}
