package org.moutracker.notifications.policy;

/** What deadlines are for, in their owner's words. */
enum Kind {
    ESTABLISHMENT,
    NOMINATION,
    MEETING,
    MINUTES,
    REPORT,
    ACTION,
    DECISION,
    DELIVERY,
    STAGNATION,
    RENEWAL_OBJECTION,
    TERMINATION_NOTICE,
    ENTRY_INTO_FORCE,
    RENEWAL,
    EXPIRY,
    TERMINATION
}
