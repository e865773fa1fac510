package org.moutracker.timerules.clause;

import java.util.List;
import java.util.Set;

/** The tokens of a clause, with a way to ask which words stand where. */
final class Text {

    private static final Set<String> ENDS = Set.of(".", ";", "!", "?");

    private final String source;
    private final List<Token> tokens;
    private final int[] sentences;

    Text(String source) {
        this.source = source;
        this.tokens = Tokenizer.tokens(source);
        this.sentences = new int[tokens.size() + 1];
        var sentence = 0;
        for (var i = 0; i < tokens.size(); i++) {
            sentences[i] = sentence;
            sentence += isMark(i, ENDS) ? 1 : 0;
        }
        sentences[tokens.size()] = sentence;
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return index >= 0 && index < tokens.size()
                ? tokens.get(index)
                : new Token(Token.Kind.END, "", source.length(), source.length(), false);
    }

    boolean is(int index, String text) {
        return at(index).text().equals(text);
    }

    boolean isIn(int index, Set<String> words) {
        return at(index).isWordIn(words);
    }

    boolean isNumber(int index) {
        return at(index).kind() == Token.Kind.NUMBER;
    }

    boolean isMark(int index, Set<String> marks) {
        return at(index).kind() == Token.Kind.MARK && marks.contains(at(index).text());
    }

    /** Which sentence a token belongs to; a semicolon ends one too. */
    int sentence(int index) {
        return sentences[Math.clamp(index, 0, tokens.size())];
    }

    /** Whether one of the words stands in the same sentence, at most so many tokens before. */
    boolean before(int index, int reach, Set<String> words) {
        for (var i = index - 1; i >= 0 && i >= index - reach && sentence(i) == sentence(index); i--) {
            if (isIn(i, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words stands near in the same sentence, on either side. */
    boolean near(int index, int reach, Set<String> words) {
        for (var i = index; i < size() && i <= index + reach && sentence(i) == sentence(index); i++) {
            if (isIn(i, words)) {
                return true;
            }
        }
        return before(index, reach, words);
    }

    /** The words as they are printed, from one token up to another that is not included. */
    String words(int from, int to) {
        return from >= to ? "" : source.substring(at(from).start(), at(to - 1).end());
    }
}
