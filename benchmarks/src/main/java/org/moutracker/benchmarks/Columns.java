package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Arguments of a set-based statement: whole columns, as {@code unnest} and {@code = ANY} take them. */
final class Columns {
    private record Column(String type, List<?> values) {}

    private final List<Column> columns = new ArrayList<>();

    Columns ids(List<?> ids) {
        columns.add(new Column("uuid", ids));
        return this;
    }

    Columns texts(List<String> texts) {
        columns.add(new Column("text", texts));
        return this;
    }

    void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                statement.setArray(
                        i + 1,
                        connection.createArrayOf(column.type(), column.values().toArray()));
            }
            statement.execute();
        }
    }
}
