package org.moutracker.agreements.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.moutracker.localstack.TestStack;

/**
 * The real parts with a database as the release with migration V6 left it, filled. The service finds it so when it starts,
 * and migrates it on.
 */
public final class FilledBefore implements QuarkusTestResourceLifecycleManager {

    private static final String RELEASE = "6";

    private final TestStack stack = new TestStack();

    @Override
    public Map<String, String> start() {
        stack.init(Map.of("database", "agreements_before"));
        var settings = stack.start();
        var url = setting(settings, "quarkus.datasource.jdbc.url");
        var owner = setting(settings, "quarkus.flyway.username");
        var password = setting(settings, "quarkus.flyway.password");
        Flyway.configure()
                .dataSource(url, owner, password)
                .placeholders(Map.of("service_role", setting(settings, "quarkus.flyway.placeholders.\"service_role\"")))
                .target(RELEASE)
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            fill(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the database cannot be filled", e);
        }
        return settings;
    }

    private static String setting(Map<String, String> settings, String name) {
        return requireNonNull(settings.get(name), name);
    }

    /** Each line is a table and a row of it, as that release wrote it. */
    private static void fill(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        for (var line : lines()) {
            var row = line.split("\t", 2);
            try (var insert = connection.prepareStatement(
                    "INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, ?::jsonb)".formatted(row[0]))) {
                insert.setString(1, row[1]);
                insert.executeUpdate();
            }
        }
        // The bytes of what is kept lie beside its row.
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT lo_from_bytea(place, 'Article 1') FROM document_content");
        }
        connection.commit();
    }

    private static String[] lines() throws IOException {
        try (var rows = requireNonNull(FilledBefore.class.getResourceAsStream("/upgrade/rows-of-v6.tsv"))) {
            return new String(rows.readAllBytes(), UTF_8).strip().split("\n", -1);
        }
    }

    @Override
    public void stop() {
        stack.stop();
    }
}
