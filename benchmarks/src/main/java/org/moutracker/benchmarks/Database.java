package org.moutracker.benchmarks;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One service's database. */
record Database(String url, Properties superuser) {

    /** Where copies of a service's tables lie that the service does not know. */
    private static final String APART = "apart";

    static Database at(URI server, String name) {
        var account = server.getUserInfo().split(":", 2);
        var superuser = new Properties();
        superuser.setProperty("user", account[0]);
        superuser.setProperty("password", account[1]);
        return new Database(
                "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), name), superuser);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, superuser);
    }

    /** Sees empty copies of tables, with all indexes and checks, in place of the service's own. */
    Connection connectApart() throws SQLException {
        return DriverManager.getConnection(url + "?currentSchema=" + APART, superuser);
    }

    void copyApart(String... tables) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + APART);
            for (var table : tables) {
                statement.execute("CREATE TABLE %s.%s (LIKE public.%2$s INCLUDING ALL)".formatted(APART, table));
            }
        }
    }

    /** As it would be a while after very many rows were written. */
    void tidy(String... tables) throws SQLException {
        execute("VACUUM (ANALYZE) " + String.join(", ", tables));
        execute("CHECKPOINT");
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long ask(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
