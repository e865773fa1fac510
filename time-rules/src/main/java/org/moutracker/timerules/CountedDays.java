package org.moutracker.timerules;

import java.time.LocalDate;

/**
 * The days of which a calendar was asked on the way to an answer: what changes on other days cannot change it.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record CountedDays(LocalDate first, LocalDate last) {}
