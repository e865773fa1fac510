/** Clauses: what the reader proposes for the words of a clause, and what a person confirms of it. */
@NullMarked
package org.moutracker.workinggroups.clause;

import org.jspecify.annotations.NullMarked;
