package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans that come due all at once: claimed and fired by notifications-service's engine, and by its statements alone. */
final class Claim implements Benchmark {
    private static final int WARM_UP = 5_000;
    private static final int PLANS = 30_000;
    private static final int LATER = 100_000;

    // Claiming due reminders and telling of them, in an earlier study of the same machine size; its busy machine first.
    private static final Map<String, Double> PEERS = new TreeMap<>(Map.of(
            "db-scheduler (busy machine)", 760.0,
            "db-scheduler (idle machine)", 3_300.0,
            "JobRunr (busy machine)", 100.0,
            "Quartz (busy machine)", 54.0,
            "Quartz (idle machine)", 227.0,
            "set-based prototype (busy machine)", 22_000.0));

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("notifications");
        database.copyApart("plan", "alert", "outbox");
        var today = LocalDate.now(ZoneOffset.UTC);
        var sample = Sample.of(product.root(), "mou.deadline.armed.v1")
                .with("responsible", List.of(Map.of("party", "PK")))
                .with("agreementId", null)
                .with("lastDay", today.plusDays(10).toString())
                .with("dueAt", today.plusDays(11) + "T00:00:00Z")
                .with("scheduledAt", today.minusDays(20) + "T00:00:00Z");
        try (var connection = database.connect()) {
            nominate(connection);
            Progress.say("claim: %,d plans that come later".formatted(LATER));
            plan(connection, sample, 0, LATER, "2099-01-01");
        }
        try (var apart = database.connectApart()) {
            due(apart, 1_000_000, LATER, "2099-01-01");
        }
        Progress.say("claim: %,d plans to warm up".formatted(WARM_UP));
        fire(database, sample, LATER, WARM_UP);
        fireApart(database, sample, 0, WARM_UP);
        Progress.say("claim: %,d plans by the engine".formatted(PLANS));
        var ours = fire(database, sample, LATER + WARM_UP, PLANS);
        Progress.say("claim: %,d plans by its statements alone".formatted(PLANS));
        var limit = fireApart(database, sample, WARM_UP, PLANS);
        return List.of(new Row("claim", "plans/s", ours, limit, PEERS));
    }

    /** One member without a mail address: an alert each, and no mail that would take longer than all the rest. */
    private static void nominate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO working_group (id, name, missing)
                    VALUES ('01995778-5a80-7000-8000-00000000e001', 'Pakistan–Palestine Health Working Group', '[]')
                    """);
            statement.execute("""
                    INSERT INTO member (id, group_id, person_id, party, side, role, since)
                    VALUES (uuidv7(), '01995778-5a80-7000-8000-00000000e001', uuidv7(), 'PK', 'PK', 'MEMBER',
                            '2025-01-01T00:00:00Z')
                    """);
        }
    }

    private static double fire(Database database, Sample sample, int first, int plans) throws Exception {
        try (var connection = database.connect();
                var count = connection.prepareStatement("SELECT count(*) FROM alert")) {
            var before = database.ask("SELECT count(*) FROM alert");
            plan(connection, sample, first, plans, "epoch");
            return Rate.watching(System.nanoTime(), plans, () -> {
                try (var answer = count.executeQuery()) {
                    answer.next();
                    return answer.getLong(1) - before;
                }
            });
        }
    }

    private static double fireApart(Database database, Sample sample, int first, int plans) throws Exception {
        try (var connection = database.connectApart()) {
            due(connection, first, plans, "epoch");
            connection.setAutoCommit(false);
            var firing = new Firing(connection, sample.data());
            return Rate.of(plans, () -> {
                while (firing.round() > 0) {}
            });
        }
    }

    /** All become visible to the engine at one moment, with the commit. */
    private static void plan(Connection connection, Sample sample, int first, int plans, String dueAt)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                INSERT INTO deadline (id, working_group_id, status, state)
                SELECT id::uuid, '01995778-5a80-7000-8000-00000000e001', 'ACTIVE', replace(?, ?, id)::jsonb
                FROM (SELECT '00000000-0000-7000-8000-' || lpad(to_hex(position), 12, '0') AS id
                      FROM generate_series(?, ?) AS position) AS made
                """)) {
            insert.setString(1, sample.data());
            insert.setString(2, sample.id());
            insert.setInt(3, first);
            insert.setInt(4, first + plans - 1);
            insert.executeUpdate();
        }
        due(connection, first, plans, dueAt);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void due(Connection connection, int first, int plans, String dueAt) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at)
                SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(position), 12, '0'))::uuid, 1, 1, true,
                       '{-14,-7,-3,-1,0,1,7,14,21,28,35}', now() - interval '20 days', true, ?::timestamptz
                FROM generate_series(?, ?) AS position
                """)) {
            insert.setString(1, dueAt);
            insert.setInt(2, first);
            insert.setInt(3, first + plans - 1);
            insert.executeUpdate();
        }
    }
}
