package org.moutracker.timerules.clause;

import java.util.List;

/** What a form finds where it looks. */
sealed interface Found {

    /** The token behind what was looked at. */
    int next();

    /** Rules. */
    record Drafts(List<Draft> drafts, int next) implements Found {}

    /** Words that are about a time, but cannot be made a rule. */
    record Refused(int next, String because) implements Found {}

    static Found of(Draft draft, int next) {
        return new Drafts(List.of(draft), next);
    }
}
