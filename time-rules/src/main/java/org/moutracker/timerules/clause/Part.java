package org.moutracker.timerules.clause;

/** What some words of a clause are to the rule that was read from them. */
public enum Part {
    /** Which way and how strictly: within, no later than, at least … before. */
    DIRECTION,
    /** How long: thirty (30) days. */
    PERIOD,
    /** What it is counted from: the entry into force. */
    ANCHOR,
    /** A day that is named: 31 March 2026, the first day of the second month. */
    DAY,
    /** How often: every six months. */
    RECURRENCE,
    /** That something stays in force. */
    TERM,
    /** That something is renewed by itself. */
    RENEWAL,
    /** That notice is to be given. */
    NOTICE,
    /** Words that name no day: as soon as possible. */
    VAGUE
}
