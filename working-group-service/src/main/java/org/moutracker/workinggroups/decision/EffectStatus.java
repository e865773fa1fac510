package org.moutracker.workinggroups.decision;

/** What became of an effect: PENDING ─▶ DONE, REFUSED; DONE ─▶ UNDONE when its decision was entered by mistake. */
enum EffectStatus {
    /** Another service has yet to answer. */
    PENDING,
    DONE,
    /** It has not come about; it is said why. */
    REFUSED,
    UNDONE
}
