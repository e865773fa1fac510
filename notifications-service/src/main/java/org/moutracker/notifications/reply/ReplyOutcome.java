package org.moutracker.notifications.reply;

import org.moutracker.notifications.invitation.ReplyResult;

/** What became of a mail that came to the mailbox of replies. */
enum ReplyOutcome {
    RECORDED,
    REPEATED,
    STALE,
    STRANGER,
    /** It is about no meeting of ours. */
    UNKNOWN_MEETING,
    /** It answers for somebody else than it is from. */
    FORGED,
    /** It says neither yes nor no nor perhaps, such as that somebody else was asked to go. */
    NO_ANSWER,
    /** It is no reply of a calendar: somebody has written, or asks for another time. */
    NO_REPLY,
    /** It cannot be understood. */
    MALFORMED,
    /** Larger than any reply. */
    TOO_LARGE,
    /** We could not write it down, for a reason that does not pass. */
    FAILED;

    static ReplyOutcome of(ReplyResult result) {
        return switch (result) {
            case RECORDED -> RECORDED;
            case REPEATED -> REPEATED;
            case STALE -> STALE;
            case STRANGER -> STRANGER;
        };
    }

    /** Whether nothing is left in it for a person to read. */
    boolean isDone() {
        return switch (this) {
            case RECORDED, REPEATED, STALE -> true;
            case STRANGER, UNKNOWN_MEETING, FORGED, NO_ANSWER, NO_REPLY, MALFORMED, TOO_LARGE, FAILED -> false;
        };
    }
}
