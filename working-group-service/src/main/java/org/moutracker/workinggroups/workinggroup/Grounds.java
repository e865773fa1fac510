package org.moutracker.workinggroups.workinggroup;

/** What the agreements give a group to stand on. */
public enum Grounds {
    /** At least one of them stands. */
    STANDING,
    /** Each of them is suspended or has ended, and not all have ended. */
    RESTING,
    /** All of them have ended. */
    ENDED;

    /** What several give together. */
    static Grounds of(java.util.Collection<Grounds> each) {
        if (each.isEmpty() || each.contains(STANDING)) {
            return STANDING;
        }
        return each.contains(RESTING) ? RESTING : ENDED;
    }
}
