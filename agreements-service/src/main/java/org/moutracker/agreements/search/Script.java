package org.moutracker.agreements.search;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How a script shows where a word ends. */
enum Script {
    /** By what is no letter. */
    SPACED,
    /** Not at all: a reader knows the words. */
    UNSPACED,
    /** It is no letter. */
    NONE;

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    static Script of(int sign) {
        if (sign < 128) {
            return Character.isLetterOrDigit(sign) ? SPACED : NONE;
        }
        if (WITHOUT_SPACES.contains(UnicodeScript.of(sign)) && Character.isLetterOrDigit(sign)) {
            return UNSPACED;
        }
        // A spacing vowel sign is part of its word.
        return Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.COMBINING_SPACING_MARK
                ? SPACED
                : NONE;
    }
}
