package org.moutracker.workinggroups.clause;

import org.moutracker.platform.problem.InvalidRequest;

/** Refuses characters that no database and no answer can hold: U+0000 and halves of a surrogate pair. */
final class PlainText {

    private PlainText() {}

    static void require(String field, String text) {
        if (text.codePoints().anyMatch(point -> point == 0 || isHalf(point))) {
            throw new InvalidRequest(field, "must not contain U+0000 or half of a surrogate pair");
        }
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
