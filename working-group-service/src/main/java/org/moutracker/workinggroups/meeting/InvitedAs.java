package org.moutracker.workinggroups.meeting;

/** As what somebody is invited. */
enum InvitedAs {
    /** Sits in the group. */
    MEMBER,
    /** Comes for this meeting alone and needs no account. */
    GUEST
}
