package org.moutracker.notifications.mail;

/** What a letter about a meeting is for. */
public enum LetterKind {
    /** Puts a meeting into the reader's calendar, or changes it there. */
    REQUEST,
    /** Takes it out again. */
    CANCEL,
    /** Says that minutes were circulated. */
    MINUTES
}
