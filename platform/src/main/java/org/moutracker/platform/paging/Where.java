package org.moutracker.platform.paging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** The conditions of a list, and the values that stand for their question marks. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** One condition more, which must hold too. */
    public Where and(String condition, Object... with) {
        conditions.add(condition);
        values.addAll(List.of(with));
        return this;
    }

    /** The clause; nothing where everything is asked for. */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * A statement that the database plans anew for each values, and does not keep: which index is best depends on whether
     * what is asked for is rare or frequent.
     */
    public static PreparedStatement plannedForItsValues(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    /** Sets the values, and answers the number of the parameter after them. */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        var number = first;
        for (var value : values) {
            switch (value) {
                case String[] texts ->
                    statement.setArray(number++, statement.getConnection().createArrayOf("text", texts));
                case Instant instant -> statement.setObject(number++, instant.atOffset(ZoneOffset.UTC));
                default -> statement.setObject(number++, value);
            }
        }
        return number;
    }
}
