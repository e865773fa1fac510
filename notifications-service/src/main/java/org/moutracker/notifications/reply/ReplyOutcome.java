package org.moutracker.notifications.reply;

import static java.util.Comparator.naturalOrder;

import java.util.List;
import org.moutracker.notifications.bounce.BounceResult;
import org.moutracker.notifications.invitation.ReplyResult;

/** What became of a mail that came to the mailbox of replies. */
enum ReplyOutcome {
    RECORDED,
    REPEATED,
    STALE,
    STRANGER,
    /** A message came back, and its address gets no more. */
    SUPPRESSED,
    /** A message came back for good, and that says nothing of its address. */
    BOUNCED,
    /** A message is late. */
    DELAYED,
    /** It tells that a message came back that was never sent there. */
    UNKNOWN_BOUNCE,
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

    /** Of a report the gravest that it says of a message of ours. */
    static ReplyOutcome of(List<BounceResult> results) {
        return switch (results.stream().min(naturalOrder()).orElse(BounceResult.UNKNOWN)) {
            case SUPPRESSED -> SUPPRESSED;
            case CLOSED -> BOUNCED;
            case NOTED -> DELAYED;
            case KNOWN -> REPEATED;
            case UNKNOWN -> UNKNOWN_BOUNCE;
        };
    }

    /** Whether nothing is left in it for a person to read. */
    boolean isDone() {
        return switch (this) {
            case RECORDED, REPEATED, STALE, SUPPRESSED, BOUNCED, DELAYED -> true;
            case STRANGER, UNKNOWN_BOUNCE, UNKNOWN_MEETING, FORGED, NO_ANSWER, NO_REPLY, MALFORMED, TOO_LARGE, FAILED ->
                false;
        };
    }
}
