package org.moutracker.agreements.organization;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A name without what the same name is written with in one place and without in another: case, accents, punctuation, legal
 * forms, variants of Arabic letters, full width. Only for looking for what is alike, never shown.
 *
 * <p>What is left is Latin letters and digits, whatever the script: the database makes trigrams of letters that its locale
 * knows, and in some locales these are the Latin ones alone.
 */
public final class FoldedName {

    private static final Set<String> SAY_NOTHING = Set.of(
            "the",
            "of",
            "and",
            "for",
            "on",
            "ltd",
            "limited",
            "co",
            "company",
            "corp",
            "corporation",
            "inc",
            "llc",
            "llp",
            "plc",
            "pvt",
            "private",
            "pte",
            "pty",
            "gmbh",
            "ag",
            "kg",
            "sa",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "oy",
            "ab");

    // The longest first: the last one is part of all others.
    private static final String CHINESE_FORMS = "(股份|责任|責任)*有限(责任|責任)?公司|公司";
    private static final String ARABIC_FORMS = "(^|\\s)(شركه|المحدوده|محدوده|ذمم|لمیتد|لميتد)(?=\\s|$)";

    private FoldedName() {}

    /** Folds a name; equal names have equal folds, and similar names similar ones. */
    public static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}\u0640.'’`]", "")
                .toLowerCase(Locale.ROOT);
        var letters = new StringBuilder();
        plain.codePoints().forEach(letter -> letters.append(FoldedName.usual(letter)));
        var words = letters.toString()
                .replaceAll(CHINESE_FORMS, " ")
                .replaceAll(ARABIC_FORMS, " ")
                .strip();
        var telling = Arrays.stream((words.isEmpty() ? letters.toString() : words).split("\\s+"))
                .filter(word -> !SAY_NOTHING.contains(word))
                .collect(joining(" "));
        return latin(telling.isEmpty() ? letters.toString().strip() : telling);
    }

    private static String usual(int letter) {
        if (Character.isDigit(letter)) {
            return String.valueOf(Character.digit(letter, 10));
        }
        return switch (letter) {
            case 'ß' -> "ss";
            case 'ı' -> "i";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ٱ' -> "ا";
            case 'ى', 'ی', 'ې', 'ے' -> "ي";
            case 'ک', 'ڪ' -> "ك";
            case 'ة', 'ہ', 'ھ', 'ە', 'ۃ' -> "ه";
            case 'ں' -> "ن";
            default -> Character.isLetterOrDigit(letter) ? Character.toString(letter) : " ";
        };
    }

    /** Writes other scripts in letters that stand for nothing: one for each letter, two for each sign of a word. */
    private static String latin(String words) {
        var latin = new StringBuilder();
        words.codePoints().forEach(letter -> {
            if (letter < 128) {
                latin.appendCodePoint(letter);
            } else {
                latin.append(sign(letter));
                if (Character.isIdeographic(letter)) {
                    latin.append(sign(letter / 36));
                }
            }
        });
        return latin.toString();
    }

    private static char sign(int number) {
        return Character.forDigit(number % 36, 36);
    }
}
