package org.moutracker.platform.problem;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** That the database refused something because it can keep it nowhere. Such a thing is from the caller. */
final class Unstorable {

    private static final Violation CHARACTER =
            new Violation("", "must not have the character U+0000 in any text: it cannot be kept");
    private static final Violation DAY =
            new Violation("", "must not have a day or an instant that is so far away: it cannot be kept");

    // character_not_in_repertoire, and the same in a JSON column; datetime_field_overflow.
    private static final Map<String, Violation> STATES = Map.of("22021", CHARACTER, "22P05", CHARACTER, "22008", DAY);

    private Unstorable() {}

    static Optional<Violation> behind(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < 10; cause = cause.getCause()) {
            depth++;
            if (cause instanceof SQLException e && e.getSQLState() != null && STATES.containsKey(e.getSQLState())) {
                return Optional.ofNullable(STATES.get(e.getSQLState()));
            }
        }
        return Optional.empty();
    }
}
