package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * The rows of a list, read to their end through a connection of its own.
 *
 * @param sql with places for what is looked for: planned for that, as the service has it planned
 */
record ListAlone(Connection connection, String sql, Supplier<Object[]> asked) implements Clients.Client {

    static final String PAGE = """
            SELECT id, version, reference, title, type, bindingness, status, parties, areas, initiatives,
                   facts ->> 'SIGNATURE' AS signed_on, facts ->> 'EXPIRY' AS expires_on, entered_into_force_on,
                   signed_sort, in_force_sort, registered_at, changed_at
            FROM agreement\s""";

    @Override
    public void ask() throws SQLException {
        try (var select = connection.prepareStatement(sql.formatted(asked.get()))) {
            readAll(select);
        }
    }

    /** Every column, as text. */
    static void readAll(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (var i = 1; i <= columns; i++) {
                    var _ = row.getString(i);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
