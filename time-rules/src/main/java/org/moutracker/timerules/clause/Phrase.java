package org.moutracker.timerules.clause;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that may stand in a row: {@code "no|not later than"}, {@code "the? date of"}. A word that may be missing is taken
 * when it is there, so a phrase is matched in one go and never tried again in another way.
 */
record Phrase(List<Slot> slots) {

    /** What is answered when the words do not stand there. */
    static final int NONE = -1;

    private record Slot(Set<String> words, boolean optional) {

        static Slot of(String notation) {
            var isOptional = notation.endsWith("?");
            var words = isOptional ? notation.substring(0, notation.length() - 1) : notation;
            return new Slot(Set.of(words.split("\\|", -1)), isOptional);
        }
    }

    static Phrase of(String notation) {
        return new Phrase(Stream.of(notation.split(" ", -1)).map(Slot::of).toList());
    }

    static List<Phrase> all(String... notations) {
        return Stream.of(notations).map(Phrase::of).toList();
    }

    /** The token behind the phrase, or {@link #NONE}. */
    int match(Text text, int from) {
        var at = from;
        for (var slot : slots) {
            if (slot.words().contains(text.at(at).text())) {
                at++;
            } else if (!slot.optional()) {
                return NONE;
            }
        }
        return at;
    }

    /** The token behind the first of the phrases that stands there, or {@link #NONE}. */
    static int first(List<Phrase> phrases, Text text, int from) {
        for (var phrase : phrases) {
            var next = phrase.match(text, from);
            if (next > from) {
                return next;
            }
        }
        return NONE;
    }

    /** The token behind the phrase where it stands, and the same token where it does not. */
    static int skip(List<Phrase> phrases, Text text, int from) {
        var next = first(phrases, text, from);
        return next == NONE ? from : next;
    }
}
