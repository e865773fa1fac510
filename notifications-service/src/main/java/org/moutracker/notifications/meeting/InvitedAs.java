package org.moutracker.notifications.meeting;

/** What somebody is invited as. */
public enum InvitedAs {
    MEMBER,
    /** Comes along, and has no say in the minutes. */
    GUEST
}
