package org.moutracker.notifications.policy;

/** Whose acknowledgement it takes to silence a step. */
public enum Quorum {
    /** Anybody's, for all. */
    ANY,
    /** Somebody's of each side, for that side; for others once every responsible side has acknowledged. */
    ALL_SIDES
}
