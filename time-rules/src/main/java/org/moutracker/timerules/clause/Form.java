package org.moutracker.timerules.clause;

import org.jspecify.annotations.Nullable;

/** One form in which clauses speak about a time. */
@FunctionalInterface
interface Form {

    /** What stands at a token, or null when it is not of this form. */
    @Nullable
    Found at(Text text, int from);
}
