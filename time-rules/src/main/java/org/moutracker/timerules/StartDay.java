package org.moutracker.timerules;

/** Whether the day of the event is the first day of the period. It is not, unless the instrument says so. */
public enum StartDay {
    /** The period runs from the next day on (dies a quo non computatur; ETS 76, article 3). */
    EXCLUDED,
    /** The day of the event is day 1. */
    INCLUDED
}
