/** Deadlines: what is due when, why, and what became of it. */
@NullMarked
package org.moutracker.workinggroups.deadline;

import org.jspecify.annotations.NullMarked;
