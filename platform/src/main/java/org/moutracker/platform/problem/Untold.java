package org.moutracker.platform.problem;

import java.sql.SQLException;

/**
 * A failure as it may be logged. What a database says of a failed statement repeats the statement's values, which may be
 * names and addresses: then only the kind of each failure, its SQL state and where it happened are kept.
 */
final class Untold extends Exception {

    private static final long serialVersionUID = 1;

    private Untold(String message, StackTraceElement[] trace) {
        super(message, null, false, true);
        setStackTrace(trace);
    }

    static Throwable of(Throwable failure) {
        var kinds = new StringBuilder();
        var sql = false;
        var depth = 0;
        for (var cause = failure; cause != null && depth < 10; cause = cause.getCause()) {
            depth++;
            kinds.append(depth == 1 ? "" : " because of ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException e) {
                sql = true;
                kinds.append(" (SQL state ").append(e.getSQLState()).append(')');
            }
        }
        return sql ? new Untold(kinds.toString(), failure.getStackTrace()) : failure;
    }
}
