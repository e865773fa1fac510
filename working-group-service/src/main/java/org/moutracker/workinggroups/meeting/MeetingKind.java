package org.moutracker.workinggroups.meeting;

/** Whether a meeting is one of those that the terms ask for. */
public enum MeetingKind {
    /** Counted, and kept by the meeting rule. */
    ORDINARY,
    /** Between two ordinary ones; it meets no deadline and has no number. */
    EXTRAORDINARY
}
