package org.moutracker.timerules;

/** The facts that a period may run from. SIGNATURE is the last signature, LAST_NOTIFICATION that of the last side. */
public enum AnchorEvent {
    STATEMENT_MADE,
    SIGNATURE,
    NOTIFICATION_SENT,
    NOTIFICATION_RECEIVED,
    LAST_NOTIFICATION,
    RATIFICATION_EXCHANGED,
    QUORUM_REACHED,
    ENTRY_INTO_FORCE,
    GROUP_ESTABLISHED,
    PREVIOUS_MEETING,
    OPERATION_STARTED,
    PUBLICATION,
    EXPIRY
}
