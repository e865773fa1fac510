package org.moutracker.notifications.delivery;

/** Why a message will not be sent, or not again. */
public enum ClosedBecause {
    /** Taken by the server and sent back later. */
    BOUNCED,
    /** The server will not take it for this mailbox, now or ever. */
    REFUSED,
    SUPPRESSED,
    /** What it told is over, or its recipient is no longer known. */
    CANCELLED,
    /** Somebody sees to it already. */
    ACKNOWLEDGED,
    /** Its reader wants to hear of it later. */
    SNOOZED,
    /** Another message has taken its place. */
    SUPERSEDED,
    /** It would not have been true any more. */
    EXPIRED,
    /** It was tried as often as is reasonable. */
    DEAD,
    /** It went out as part of a digest. */
    DIGESTED,
    /** Its reader does not want it any more, and can do without it. */
    UNWANTED
}
