package org.moutracker.agreements.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a text, as PostgreSQL's full text search keeps them and is asked for them. A script without spaces gives
 * every pair of neighbouring signs, so that whatever stands in the text can be found without knowing its words.
 */
public final class Words {

    // Longer ones are no words; PostgreSQL takes 2046 bytes.
    private static final int LONGEST = 100;

    // The article of Arabic, with the particles that are written together with it.
    private static final List<String> ARTICLES = List.of("وال", "بال", "كال", "فال", "لل", "ال");
    private static final int SHORTEST_AFTER_ARTICLE = 3;

    /**
     * A word at its place.
     *
     * @param whole false where a longer one that begins so would do as well
     */
    private record Word(String text, boolean whole) {

        Word(String text) {
            this(text, false);
        }
    }

    private Words() {}

    /** The {@code tsvector} of several texts, as a literal. */
    public static String vector(Collection<String> texts) {
        var vector = new StringBuilder();
        var place = 1;
        for (var text : texts) {
            for (var word : split(Folding.fold(text))) {
                vector.append(quoted(word)).append(':').append(place++).append(' ');
            }
            // A gap, so that no phrase is found across two texts.
            place += 2;
        }
        return vector.toString().stripTrailing();
    }

    /**
     * The {@code tsquery} of what somebody looks for; empty where there is no letter and no digit in it. All that stands
     * between spaces must be found: in a row where it has several words, the last of which may go on.
     */
    public static String query(String text) {
        var phrases = new ArrayList<String>();
        for (var part : Folding.fold(text).strip().split("\\s+", -1)) {
            var words = split(part);
            if (!words.isEmpty()) {
                phrases.add(phrase(words));
            }
        }
        return String.join(" & ", phrases);
    }

    private static String phrase(List<Word> words) {
        // The last sign alone of an unspaced run stands there for the end of the run, and looks for nothing more.
        var asked = words.size() > 1 && isEndOfRun(words) ? words.subList(0, words.size() - 1) : words;
        var phrase = asked.stream().map(Words::quoted).collect(Collectors.joining(" <-> "));
        return asked.getLast().whole() ? phrase : phrase + ":*";
    }

    private static boolean isEndOfRun(List<Word> words) {
        return words.getLast().text().codePointCount(0, words.getLast().text().length()) == 1
                && words.get(words.size() - 2).whole();
    }

    /** Quotes nothing away: folded words are letters and digits alone. */
    private static String quoted(Word word) {
        return "'" + word.text() + "'";
    }

    private static List<Word> split(String folded) {
        var words = new ArrayList<Word>();
        var signs = folded.codePoints().toArray();
        for (var begin = 0; begin < signs.length; ) {
            var script = Script.of(signs[begin]);
            var end = begin + 1;
            while (end < signs.length && Script.of(signs[end]) == script) {
                end++;
            }
            switch (script) {
                case SPACED ->
                    words.add(new Word(withoutArticle(new String(signs, begin, Math.min(end - begin, LONGEST)))));
                case UNSPACED -> pairs(signs, begin, end, words);
                case NONE -> {}
            }
            begin = end;
        }
        return words;
    }

    private static void pairs(int[] signs, int begin, int end, List<Word> words) {
        for (var i = begin; i < end - 1; i++) {
            words.add(new Word(new String(signs, i, 2), true));
        }
        words.add(new Word(new String(signs, end - 1, 1)));
    }

    private static String withoutArticle(String word) {
        for (var article : ARTICLES) {
            if (word.startsWith(article) && word.length() - article.length() >= SHORTEST_AFTER_ARTICLE) {
                return word.substring(article.length());
            }
        }
        return word;
    }
}
