package org.moutracker.timerules;

/** Where a period in months or years ends: instruments differ, so each rule says it. */
public enum MonthCounting {
    /** The corresponding date is the last day (EU Regulation 1182/71, article 3(2)(c)). */
    INCLUDED,
    /** The day before the corresponding date is the last day. */
    EXCLUDED
}
