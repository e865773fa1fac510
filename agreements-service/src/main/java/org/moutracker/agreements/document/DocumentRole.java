package org.moutracker.agreements.document;

/** What a document is to its agreement. */
enum DocumentRole {
    INSTRUMENT,
    ANNEX,
    AMENDMENT,
    NOTE_VERBALE,
    LETTER,
    MINUTES,
    TRANSLATION,
    PRESS,
    OTHER
}
