package org.moutracker.notifications.invitation;

/** What came of a reply to an invitation. */
public enum ReplyResult {
    RECORDED,
    /** It was read before. */
    REPEATED,
    /** He has replied later, the meeting has changed since, or he is not invited any more. */
    STALE,
    /** Whoever replies is not invited to that meeting. */
    STRANGER
}
