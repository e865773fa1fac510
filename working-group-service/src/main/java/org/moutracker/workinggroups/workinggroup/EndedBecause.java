package org.moutracker.workinggroups.workinggroup;

/** Why a membership is over. */
public enum EndedBecause {
    /** The member has left. */
    LEFT,
    /** The term of office is over. */
    TERM_OVER,
    /** The person has asked to be forgotten. */
    ERASED,
    /** It was entered by mistake. */
    VOIDED
}
