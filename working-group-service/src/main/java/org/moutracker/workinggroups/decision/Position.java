package org.moutracker.workinggroups.decision;

/** What a side says to what is to be decided. */
enum Position {
    FOR,
    AGAINST,
    ABSTAINED,
    /** It was not there, or has not answered. */
    ABSENT
}
