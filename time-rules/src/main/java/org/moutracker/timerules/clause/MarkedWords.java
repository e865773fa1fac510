package org.moutracker.timerules.clause;

/**
 * Words of the clause that a proposal rests on.
 *
 * @param start the first character, counted from 0 in UTF-16 code units
 * @param end the first character behind them
 * @param as what they are to the rule
 */
public record MarkedWords(int start, int end, Part as) {}
