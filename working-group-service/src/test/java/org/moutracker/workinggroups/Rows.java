package org.moutracker.workinggroups;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Counts what is stored, for tests that nothing is. */
@ApplicationScoped
public class Rows {

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** How often each table was written to so far. */
    public String written() {
        return ask("""
                SELECT concat_ws(' ', (SELECT count(*) FROM deadline), (SELECT sum(version) FROM deadline),
                    (SELECT count(*) FROM working_group), (SELECT sum(version) FROM working_group),
                    (SELECT count(*) FROM person), (SELECT count(*) FROM deadline_change),
                    (SELECT count(*) FROM calendar), (SELECT count(*) FROM idempotency_key),
                    (SELECT count(*) FROM meeting), (SELECT sum(version) FROM meeting), (SELECT count(*) FROM meeting_change))
                """);
    }

    public String ask(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
