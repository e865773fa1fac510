package org.moutracker.notifications.meeting;

/** Whether somebody will come, in the words of calendars (PARTSTAT, RFC 5545). */
public enum Answer {
    NEEDS_ACTION,
    ACCEPTED,
    DECLINED,
    TENTATIVE
}
