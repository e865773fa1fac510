/**
 * Reads the time in a clause: {@link org.moutracker.timerules.clause.ClauseReader} proposes rules and marks the words that
 * it used and those that it did not understand. An aid, never a decision: nothing here computes a date.
 */
@NullMarked
package org.moutracker.timerules.clause;

import org.jspecify.annotations.NullMarked;
