/**
 * When what was agreed is due: a {@link org.moutracker.timerules.Rule} says what was agreed, the engine says when, the
 * {@link org.moutracker.timerules.Answer} says how sure. Nothing here reads a clock, a file or a database.
 */
@NullMarked
package org.moutracker.timerules;

import org.jspecify.annotations.NullMarked;
