package org.moutracker.notifications.verification;

/** Why a link cannot be used any more. */
enum LinkEnded {
    /** It was used. */
    CONFIRMED,
    /** An official has vouched for the address. */
    VOUCHED,
    /** A later link has taken its place, or the address is another. */
    SUPERSEDED
}
