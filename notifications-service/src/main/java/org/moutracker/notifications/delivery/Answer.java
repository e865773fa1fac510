package org.moutracker.notifications.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered, or that it did not.
 *
 * @param reply its code alone, since its words can hold addresses
 */
record Answer(AttemptOutcome outcome, @Nullable String reply) {

    static Answer accepted() {
        return new Answer(AttemptOutcome.ACCEPTED, null);
    }

    /** We could not even write it; perhaps the next version of us can. */
    static Answer postponed() {
        return new Answer(AttemptOutcome.DEFERRED, null);
    }

    /** An address that is none: no server would take it. */
    static Answer unaddressed() {
        return new Answer(AttemptOutcome.REFUSED, null);
    }

    static Answer deferred(int code) {
        return new Answer(AttemptOutcome.DEFERRED, String.valueOf(code));
    }

    /**
     * A refusal for good, if it is of this mailbox or message. Others (of us, of the sender) are our fault and can be
     * mended, so they must not close anybody's alert.
     */
    static Answer refused(int code, boolean ofThisMessage) {
        return new Answer(ofThisMessage ? AttemptOutcome.REFUSED : AttemptOutcome.DEFERRED, String.valueOf(code));
    }

    /** What the server has not begun to hear cannot have arrived. */
    static Answer broken(boolean begun) {
        return new Answer(begun ? AttemptOutcome.UNKNOWN : AttemptOutcome.UNREACHABLE, null);
    }
}
