package org.moutracker.workinggroups.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * Keeps apart those who count by calendars and those who publish one: whoever has counted with the earlier revision has
 * committed before the next one is there, so that the search for what it touches finds everything.
 */
@ApplicationScoped
class CalendarLock {

    // Any number that no other advisory lock in this database has.
    private static final long KEY = 0x63616c656e646172L;

    private final AgroalDataSource database;

    CalendarLock(AgroalDataSource database) {
        this.database = database;
    }

    /** Until the transaction ends no revision is published. */
    void counting() {
        take("SELECT pg_advisory_xact_lock_shared(?)");
    }

    /** Until the transaction ends nobody counts. */
    void publishing() {
        take("SELECT pg_advisory_xact_lock(?)");
    }

    private void take(String lock) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(lock)) {
            statement.setLong(1, KEY);
            statement.execute();
        } catch (SQLException e) {
            throw new StorageFailed("cannot lock the calendars", e);
        }
    }
}
