package org.moutracker.localstack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** The database of one service: its owner changes the schema, the service only works with it. */
record Database(String name) {

    String owner() {
        return name + "_owner";
    }

    String service() {
        return name + "_service";
    }

    void createOn(Postgres postgres, Secrets secrets) throws SQLException, IOException {
        try (var connection = postgres.connect("postgres")) {
            createRole(connection, owner(), secrets.password(owner()));
            createRole(connection, service(), secrets.password(service()));
            if (isMissing(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, owner()));
            }
            execute(connection, "REVOKE ALL ON DATABASE %s, postgres, template1 FROM PUBLIC".formatted(name));
            execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, service()));
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        if (isMissing(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE %s LOGIN".formatted(role));
        }
        execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(role, password));
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return !result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
