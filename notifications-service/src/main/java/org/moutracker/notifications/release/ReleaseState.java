package org.moutracker.notifications.release;

/** Where the messages of one cause stand once they were counted and are many: WAITING ─▶ RELEASED | CANCELLED. */
enum ReleaseState {
    /** Nothing of it is sent before somebody says so. */
    WAITING,
    /** It goes, and what follows of the same cause goes too. */
    RELEASED,
    /** It is never sent, nor is what follows of the same cause. */
    CANCELLED
}
