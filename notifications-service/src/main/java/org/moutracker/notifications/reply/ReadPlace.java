package org.moutracker.notifications.reply;

/**
 * How far a mailbox has been read.
 *
 * @param validity under another one the server has numbered its messages anew (RFC 9051, 2.3.1.1)
 * @param uid of the last message that was read
 */
record ReadPlace(long validity, long uid) {

    static final ReadPlace NOWHERE = new ReadPlace(0, 0);

    /** The place in a mailbox as it is numbered now: its beginning, if that is new. */
    ReadPlace under(long now) {
        return now == validity ? this : new ReadPlace(now, 0);
    }
}
