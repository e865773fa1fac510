package org.moutracker.platform.problem;

import java.sql.SQLException;
import java.util.Set;

/** That the database refused a text because of a character that it keeps nowhere. Such a text is from the caller. */
final class Unstorable {

    static final Violation VIOLATION =
            new Violation("", "must not have the character U+0000 in any text: it cannot be kept");

    // character_not_in_repertoire, and the same in a JSON column.
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unstorable() {}

    static boolean isBehind(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < 10; cause = cause.getCause()) {
            depth++;
            if (cause instanceof SQLException e && e.getSQLState() != null && STATES.contains(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
