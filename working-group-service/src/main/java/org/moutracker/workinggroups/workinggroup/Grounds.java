package org.moutracker.workinggroups.workinggroup;

/** What the agreements give a group to stand on. */
public enum Grounds {
    /** At least one of them stands. */
    STANDING,
    /** Each of them is suspended or has ended, and not all have ended. */
    RESTING,
    /** All of them have ended. */
    ENDED,
    /** All of them were registered by mistake, so there never was anything to see to. */
    VOID;

    /** Whether there is nothing to see to, and never will be. */
    boolean areGone() {
        return this == ENDED || this == VOID;
    }

    /** What several give together. */
    static Grounds of(java.util.Collection<Grounds> each) {
        if (each.isEmpty() || each.contains(STANDING)) {
            return STANDING;
        }
        if (each.contains(RESTING)) {
            return RESTING;
        }
        return each.contains(ENDED) ? ENDED : VOID;
    }
}
