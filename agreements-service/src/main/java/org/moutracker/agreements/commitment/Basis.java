package org.moutracker.agreements.commitment;

/** What a commitment rests on: an announced one is tracked alike, but never passed off as a clause. */
public enum Basis {
    INSTRUMENT_CLAUSE,
    ANNEX,
    GROUP_DECISION,
    OFFICIAL_STATEMENT
}
