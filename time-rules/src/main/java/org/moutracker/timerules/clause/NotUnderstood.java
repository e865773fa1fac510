package org.moutracker.timerules.clause;

/**
 * Words of the clause that bear on a time or a condition and are in no proposal.
 *
 * @param start the first character, counted from 0 in UTF-16 code units
 * @param end the first character behind them
 * @param because why, without a full stop
 */
public record NotUnderstood(int start, int end, String because) {}
