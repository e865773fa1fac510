package org.moutracker.timerules.clause;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits, in words, and in both when they agree: {@code thirty (30)}. */
final class Numbers {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            entry("one", 1),
            entry("two", 2),
            entry("three", 3),
            entry("four", 4),
            entry("five", 5),
            entry("six", 6),
            entry("seven", 7),
            entry("eight", 8),
            entry("nine", 9),
            entry("ten", 10),
            entry("eleven", 11),
            entry("twelve", 12),
            entry("thirteen", 13),
            entry("fourteen", 14),
            entry("fifteen", 15),
            entry("sixteen", 16),
            entry("seventeen", 17),
            entry("eighteen", 18),
            entry("nineteen", 19));

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20,
            "thirty", 30,
            "forty", 40,
            "fifty", 50,
            "sixty", 60,
            "seventy", 70,
            "eighty", 80,
            "ninety", 90);

    private static final int DIGITS = 6; // more days than a rule may count anyway

    /**
     * A number and the token behind it.
     *
     * @param contradicts whether the words and the digits name two numbers
     */
    record Counted(int value, int next, boolean contradicts) {}

    private Numbers() {}

    static @Nullable Counted read(Text text, int at) {
        var first = plain(text, at);
        if (first == null || !text.is(first.next(), "(")) {
            return first;
        }
        var second = plain(text, first.next() + 1);
        if (second == null || !text.is(second.next(), ")")) {
            return first;
        }
        return new Counted(first.value(), second.next() + 1, first.value() != second.value());
    }

    private static @Nullable Counted plain(Text text, int at) {
        if (text.isNumber(at)) {
            var value = digits(text.at(at).text());
            return value < 0 ? null : new Counted(value, at + 1, false);
        }
        return words(text, at);
    }

    /** The value of digits such as 1,000; -1 for a fraction and for what is too long. */
    static int digits(String digits) {
        if (digits.length() > DIGITS + 1) {
            return -1;
        }
        var plain = digits.matches("\\d{1,3},\\d{3}") ? digits.replace(",", "") : digits;
        return plain.length() <= DIGITS && !plain.isEmpty() && plain.chars().allMatch(Character::isDigit)
                ? Integer.parseInt(plain)
                : -1;
    }

    private static @Nullable Counted words(Text text, int at) {
        var isA = text.is(at, "a") && text.is(at + 1, "hundred");
        var first = isA ? Integer.valueOf(1) : SMALL.get(text.at(at).text());
        if (first == null || !text.is(at + 1, "hundred")) {
            return belowHundred(text, at);
        }
        var rest = belowHundred(text, text.is(at + 2, "and") ? at + 3 : at + 2);
        return rest == null
                ? new Counted(first * 100, at + 2, false)
                : new Counted(first * 100 + rest.value(), rest.next(), false);
    }

    private static @Nullable Counted belowHundred(Text text, int at) {
        var small = SMALL.get(text.at(at).text());
        if (small != null) {
            return new Counted(small, at + 1, false);
        }
        var tens = TENS.get(text.at(at).text());
        if (tens == null) {
            return null;
        }
        var behind = text.is(at + 1, "-") ? at + 2 : at + 1;
        var unit = SMALL.get(text.at(behind).text());
        return unit == null || unit > 9
                ? new Counted(tens, at + 1, false)
                : new Counted(tens + unit, behind + 1, false);
    }

    /** A place in a row, in digits or in words: {@code 30th}, {@code twenty-first}. */
    static @Nullable Counted ordinal(Text text, int at) {
        if (text.at(at).kind() == Token.Kind.ORDINAL) {
            var word = text.at(at).text();
            var value = digits(word.substring(0, word.length() - 2));
            return value < 1 || value > 366 ? null : new Counted(value, at + 1, false);
        }
        var small = Ordinals.SMALL.get(text.at(at).text());
        if (small != null) {
            return new Counted(small, at + 1, false);
        }
        var tens = TENS.get(text.at(at).text());
        var behind = text.is(at + 1, "-") ? at + 2 : at + 1;
        var unit = Ordinals.SMALL.get(text.at(behind).text());
        return tens == null || unit == null || unit > 9 ? null : new Counted(tens + unit, behind + 1, false);
    }
}
