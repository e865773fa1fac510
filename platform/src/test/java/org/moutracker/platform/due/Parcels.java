package org.moutracker.platform.due;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.moutracker.platform.messaging.StorageFailed;

/** Due work of the tests: parcels to be posted, each of which leaves a receipt. A parcel of no weight cannot be posted. */
final class Parcels implements DueWork<UUID> {

    private final DataSource database;

    /** Parcels that were a batch of their own, each time. */
    final List<UUID> alone = new CopyOnWriteArrayList<>();

    volatile Consumer<List<UUID>> before = parcels -> {};

    Parcels(DataSource database) {
        this.database = database;
    }

    /** As the owner of the schema, like a migration. */
    static void makeTables() throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var statement = owner.createStatement()) {
            statement.execute("""
                    DROP TABLE IF EXISTS parcel, receipt;
                    CREATE TABLE parcel (id uuid PRIMARY KEY DEFAULT uuidv7(), due_at timestamptz NOT NULL,
                        posted boolean NOT NULL DEFAULT false, weight integer NOT NULL DEFAULT 1);
                    CREATE INDEX parcel_to_post ON parcel (due_at, id) WHERE NOT posted;
                    CREATE TABLE receipt (parcel_id uuid NOT NULL, weight integer NOT NULL CHECK (weight > 0));
                    """);
        }
    }

    void add(int count, Instant due, int weight) {
        change("INSERT INTO parcel (due_at, weight) SELECT '%s', %d FROM generate_series(1, %d)"
                .formatted(due, weight, count));
    }

    long receipts() {
        return ask("SELECT count(*) FROM receipt");
    }

    long waiting() {
        return ask("SELECT count(*) FROM parcel WHERE NOT posted");
    }

    void awaitReceipts(long count) {
        await().until(() -> receipts() >= count);
    }

    long ask(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new StorageFailed("a question failed", e);
        }
    }

    private void change(String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StorageFailed("a change failed", e);
        }
    }

    @Override
    public String name() {
        return "parcels";
    }

    @Override
    public DueRows rows() {
        return new DueRows("parcel", "id", "due_at", "NOT posted", "id");
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        if (claimed.size() == 1) {
            alone.addAll(claimed);
        }
        before.accept(claimed);
        try (var connection = database.getConnection();
                var post = connection.prepareStatement("""
                        WITH posted AS (UPDATE parcel SET posted = true WHERE id = ANY (?) RETURNING id, weight)
                        INSERT INTO receipt SELECT id, weight FROM posted
                        """)) {
            post.setArray(1, connection.createArrayOf("uuid", claimed.toArray()));
            post.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("parcels cannot be posted", e);
        }
    }
}
