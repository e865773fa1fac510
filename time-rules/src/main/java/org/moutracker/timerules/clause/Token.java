package org.moutracker.timerules.clause;

import java.util.Set;

/**
 * A word, number or mark of a clause.
 *
 * @param text in small letters and without a closing apostrophe, to be compared
 * @param capital whether it begins with a capital letter: March is a month, to march is not
 */
record Token(Kind kind, String text, int start, int end, boolean capital) {

    enum Kind {
        WORD,
        NUMBER,
        ORDINAL,
        MARK,
        /** Letters or digits that English is not written in. */
        FOREIGN,
        /** What stands behind the last token. */
        END
    }

    boolean isWordIn(Set<String> words) {
        return kind == Kind.WORD && words.contains(text);
    }
}
