package org.moutracker.agreements.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes text in one way, however it was typed: without case, accents, vowel signs and stretched lines, in half width, and
 * with one letter for those that Arabic, Persian and Urdu keyboards have several of. What is stored and what is looked for
 * are folded alike.
 */
public final class Folding {

    // Marks above and below letters, invisible signs that steer direction and joining, and the tatweel.
    private static final Pattern SILENT = Pattern.compile("[\\p{Mn}\\p{Me}\\p{Cf}\u0640]+");

    private Folding() {}

    /** Folds a text; what separates words stays what it is. */
    public static String fold(String text) {
        // Small letters first: some come apart into a letter and a mark.
        var plain = SILENT.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        var folded = new StringBuilder(plain.length());
        // Signs of other widths are capital or small once they are decomposed.
        plain.toLowerCase(Locale.ROOT).codePoints().forEach(sign -> append(folded, sign));
        return folded.toString();
    }

    /** Folds a name that is compared as a whole: spaces count once. */
    public static String foldName(String name) {
        return fold(name).strip().replaceAll("\\s+", " ");
    }

    private static void append(StringBuilder folded, int sign) {
        switch (sign) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ħ' -> folded.append('h');
            case 'ı' -> folded.append('i');
            case 'ς' -> folded.append('σ');
            case 'ٱ' -> folded.append('ا');
            case 'ى', 'ی', 'ې', 'ے' -> folded.append('ي');
            case 'ک', 'ڪ' -> folded.append('ك');
            case 'ة', 'ہ', 'ھ', 'ە', 'ۃ' -> folded.append('ه');
            case 'ں' -> folded.append('ن');
            // A hamza by itself is left out as often as it is written.
            case 'ء' -> {}
            default -> {
                if (sign > 127 && Character.isDigit(sign)) {
                    folded.append(Character.digit(sign, 10));
                } else {
                    folded.appendCodePoint(sign);
                }
            }
        }
    }
}
