package org.moutracker.agreements.responsibility;

/** What can become of an officer of an agreement. */
enum OfficerStep {
    NAMED,
    ENDED,
    HANDED_OVER,
    TOOK_OVER
}
