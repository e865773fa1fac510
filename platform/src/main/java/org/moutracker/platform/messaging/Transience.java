package org.moutracker.platform.messaging;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves (database away, deadlock, lost race) from those that stay. */
public final class Transience {

    private Transience() {}

    public static boolean of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof OptimisticLockException) {
                return true;
            }
            if (cause instanceof SQLException e && passes(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection (08), serialization and deadlock (40), resources (53), operator intervention (57). */
    private static boolean passes(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57");
    }
}
