package org.moutracker.workinggroups.workinggroup;

/** Why a group is dormant. */
public enum DormantBecause {
    /** It has not met for longer than its meeting rule allows. */
    NO_MEETING,
    /** Every agreement that it sees to is suspended or has ended. */
    AGREEMENTS_REST
}
