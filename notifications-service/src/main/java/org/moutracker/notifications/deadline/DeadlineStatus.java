package org.moutracker.notifications.deadline;

/** Where a deadline stands, as its owner says. */
public enum DeadlineStatus {
    AWAITING_ANCHOR,
    ACTIVE,
    PAUSED,
    MET,
    WAIVED,
    CANCELLED,
    LAPSED;

    /** Whether nothing is due by it, though nobody has done what was. */
    public boolean isGone() {
        return switch (this) {
            case PAUSED, CANCELLED, LAPSED -> true;
            case AWAITING_ANCHOR, ACTIVE, MET, WAIVED -> false;
        };
    }

    /** Whether nobody has to do anything any more, since somebody has or need not. */
    public boolean isSettled() {
        return this == MET || this == WAIVED;
    }
}
