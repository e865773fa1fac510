package org.moutracker.workinggroups.deadline;

/** How near the last day of an active deadline is: by which a list can be narrowed. */
enum Nearness {
    /** Further away than what is due soon. */
    UPCOMING,
    /** As in {@link Urgency}. */
    DUE_SOON,
    /** As in {@link Urgency}. */
    OVERDUE
}
