package org.moutracker.notifications.bounce;

/** What became of the news that a message came back. */
public enum BounceResult {
    /** The message is closed, and nothing more goes to that address until it is verified anew. */
    SUPPRESSED,
    /** The message is closed. */
    CLOSED,
    /** It is late; nothing follows. */
    NOTED,
    /** It was known. */
    KNOWN,
    /** No message of ours was sent to that address, or the report cannot be understood: it changes nothing. */
    UNKNOWN
}
