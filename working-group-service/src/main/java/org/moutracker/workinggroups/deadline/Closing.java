package org.moutracker.workinggroups.deadline;

/** Who closed a deadline: what a person closed, nobody but a person opens again. */
public enum Closing {
    PERSON,
    /** What it comes from said so. */
    SOURCE,
    /** Its instant came. */
    TIME
}
