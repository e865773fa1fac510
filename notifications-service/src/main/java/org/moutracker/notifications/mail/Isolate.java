package org.moutracker.notifications.mail;

import java.text.Bidi;

/** Sets apart, in a sentence, words that run the other way (Unicode's first strong isolate): there is no {@code <bdi>} in plain text. */
final class Isolate {

    private static final char FIRST_STRONG = '\u2068';
    private static final char END = '\u2069';

    private Isolate() {}

    /** As it is, if it runs as the language does: most words do, and then need nothing that a program might show. */
    static String of(String text, Language language) {
        return runsAlong(text, language) ? text : FIRST_STRONG + text + END;
    }

    private static boolean runsAlong(String text, Language language) {
        if (!language.isRightToLeft()) {
            return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        }
        return new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT).isRightToLeft();
    }
}
