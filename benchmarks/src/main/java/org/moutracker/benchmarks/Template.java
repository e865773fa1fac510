package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that a service has written, to be written again for other agreements. */
record Template(String table, List<String> columns, List<List<@Nullable Object>> rows) {

    static Template read(Connection connection, String table, String where) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT * FROM %s WHERE %s".formatted(table, where))) {
            var columns = new ArrayList<String>();
            for (var i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                columns.add(answer.getMetaData().getColumnName(i));
            }
            var rows = new ArrayList<List<@Nullable Object>>();
            while (answer.next()) {
                var row = new ArrayList<@Nullable Object>();
                for (var column : columns) {
                    row.add(answer.getObject(column));
                }
                rows.add(row);
            }
            return new Template(table, columns, rows);
        }
    }

    PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", "))));
    }

    /** Adds the rows to a batch once more, for an agreement with another id; what must be unique is made so. */
    void add(PreparedStatement insert, UUID agreement) throws SQLException {
        for (var row : rows) {
            for (var i = 0; i < columns.size(); i++) {
                insert.setObject(i + 1, value(columns.get(i), row.get(i), agreement));
            }
            insert.addBatch();
        }
    }

    private @Nullable Object value(String column, @Nullable Object value, UUID agreement) {
        return switch (column) {
            case "agreement_id" -> agreement;
            case "id" -> table.equals("agreement") ? agreement : UUID.randomUUID();
            case "reference" -> "R-" + agreement;
            default -> value;
        };
    }
}
