package org.moutracker.notifications.meeting;

/**
 * Where a meeting stands, as its owner tells it: PLANNED ─▶ CONVENED ─▶ HELD ─▶ MINUTES_CIRCULATED ─▶ MINUTES_AGREED |
 * MINUTES_DISPUTED; before it is held it can be POSTPONED or CANCELLED, and at any time VOIDED.
 */
public enum MeetingStatus {
    PLANNED,
    CONVENED,
    HELD,
    MINUTES_CIRCULATED,
    MINUTES_AGREED,
    MINUTES_DISPUTED,
    POSTPONED,
    CANCELLED,
    /** Entered by mistake. */
    VOIDED
}
