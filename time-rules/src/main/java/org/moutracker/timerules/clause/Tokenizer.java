package org.moutracker.timerules.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into tokens, from left to right and never back. */
final class Tokenizer {

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        var tokenizer = new Tokenizer(source);
        while (tokenizer.at < source.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        var start = at;
        var first = source.codePointAt(at);
        if (isDigit(first)) {
            number(start);
        } else if (isLetter(first)) {
            word(start);
        } else if (Character.isLetterOrDigit(first)) {
            while (at < source.length() && isForeign(source.codePointAt(at))) {
                at += Character.charCount(source.codePointAt(at));
            }
            add(Token.Kind.FOREIGN, start);
        } else {
            at += Character.charCount(first);
            if (!Character.isWhitespace(first) && !Character.isSpaceChar(first) && !Character.isISOControl(first)) {
                mark(start, first);
            }
        }
    }

    private void number(int start) {
        while (isDigitAt(at) || (isSeparator(at) && isDigitAt(at + 1))) {
            at++;
        }
        var digits = at;
        while (at < source.length() && at < digits + 3 && isLetter(source.charAt(at))) {
            at++;
        }
        var isOrdinal = List.of("st", "nd", "rd", "th")
                .contains(source.substring(digits, at).toLowerCase(Locale.ROOT));
        if (isOrdinal) {
            add(Token.Kind.ORDINAL, start);
        } else {
            at = digits;
            add(Token.Kind.NUMBER, start);
        }
    }

    private void word(int start) {
        while (at < source.length() && (isLetter(source.codePointAt(at)) || isInnerApostrophe(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        var text = folded(start, at);
        if (at < source.length() && isApostrophe(source.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.WORD, text, start, at, Character.isUpperCase(source.codePointAt(start))));
    }

    private void mark(int start, int mark) {
        while (mark == '.' && at < source.length() && source.charAt(at) == '.') {
            at++;
        }
        var isEllipsis = mark == '…' || (at - start > 1 && mark == '.');
        var text = isEllipsis ? "…" : isDash(mark) ? "-" : folded(start, at);
        tokens.add(new Token(Token.Kind.MARK, text, start, at, false));
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, folded(start, at), start, at, false));
    }

    private String folded(int start, int end) {
        return source.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private boolean isDigitAt(int index) {
        return index < source.length() && isDigit(source.charAt(index));
    }

    private boolean isSeparator(int index) {
        return index < source.length() && (source.charAt(index) == '.' || source.charAt(index) == ',');
    }

    private boolean isInnerApostrophe(int index) {
        return isApostrophe(source.codePointAt(index))
                && index + 1 < source.length()
                && isLetter(source.codePointAt(index + 1));
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean isLetter(int point) {
        return (Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isForeign(int point) {
        return Character.isLetterOrDigit(point) && !isLetter(point) && !isDigit(point);
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’';
    }

    private static boolean isDash(int point) {
        return point == '-' || point == '‐' || point == '‑' || point == '–' || point == '—';
    }
}
