package org.moutracker.platform.problem;

import java.sql.SQLException;

/** That the database was told to give up a statement: it took longer than any may. */
final class Cut {

    // query_canceled: by statement_timeout, or by somebody who looks after the database.
    private static final String STATE = "57014";

    private Cut() {}

    static boolean isBehind(Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < 10; cause = cause.getCause()) {
            depth++;
            if (cause instanceof SQLException e && STATE.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
