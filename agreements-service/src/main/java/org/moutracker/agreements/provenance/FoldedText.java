package org.moutracker.agreements.provenance;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that differ in nothing but case, accents, spaces, dashes or quotes are the same. */
final class FoldedText {

    // Accents, and the vowel signs and the stretching of Arabic; the vowel signs of other scripts make other words.
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u064B-\\u0652\\u0670\\u0640]");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern QUOTES = Pattern.compile("[\\p{Pi}\\p{Pf}\"'`]");
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");

    private FoldedText() {}

    static String of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        plain = DASHES.matcher(plain).replaceAll("-");
        plain = QUOTES.matcher(plain).replaceAll("'");
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
