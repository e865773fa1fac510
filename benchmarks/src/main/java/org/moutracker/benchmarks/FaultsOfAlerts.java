package org.moutracker.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Lets 3,000 alerts go out to 200 people through a faulty mail server, while notifications-service is killed twenty times:
 * what is lost, and what arrives twice?
 */
final class FaultsOfAlerts {
    private static final int PEOPLE = 200;
    private static final int DEADLINES = 15;
    private static final int KILLS = 20;
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    // What is left to send when the killing is over, and the leases of the last one killed, need their time too.
    private static final Duration AFTERWARDS = Duration.ofSeconds(100);
    private static final String GROUP = "01995778-5a80-7000-8000-00000000e001";

    // What is neither accepted nor closed, nor held since nobody knows whether it arrived and the next step comes
    // anyway.
    private static final String OPEN = """
            SELECT count(*) FROM delivery
            WHERE state IN ('PENDING', 'SENDING', 'RETRY_WAIT') OR next_attempt_at IS NOT NULL
            """;

    private final Product product;
    private final FaultySink sink;
    private final Random random;
    private final Path log;
    private final long end = System.nanoTime() + AT_MOST.toNanos();

    private FaultsOfAlerts(Product product, FaultySink sink, long seed) throws java.io.IOException {
        this.product = product;
        this.sink = sink;
        this.random = new Random(seed);
        this.log = Files.createTempFile("notifications-service", ".log");
    }

    static FaultsTally run(Path root, long seed) throws Exception {
        Progress.say("starting the product; seed " + seed);
        try (var product = Product.start(root);
                var sink = new FaultySink(seed);
                var still = standingStill(product)) {
            Progress.say("%d process stands still".formatted(still.processes().size()));
            return new FaultsOfAlerts(product, sink, seed).run();
        }
    }

    /** The product's own service has to stand still, and must not hold a lock while it does. */
    private static StandingStill standingStill(Product product) throws Exception {
        while (true) {
            var still = StandingStill.of(List.of(product.process("notifications-service")));
            var busy = product.database("notifications").ask("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE usename = 'notifications_service' AND state <> 'idle'
                    """);
            if (busy == 0) {
                return still;
            }
            still.close();
            TimeUnit.MILLISECONDS.sleep(73);
        }
    }

    private FaultsTally run() throws Exception {
        var database = product.database("notifications");
        try (var connection = database.connect()) {
            nominate(connection);
            for (var number = 0; number < DEADLINES; number++) {
                due(connection, number);
            }
            var kills = 0;
            while (kills < KILLS && System.nanoTime() < end - AFTERWARDS.toNanos()) {
                killWhileSending(++kills);
            }
            if (kills < KILLS) {
                Progress.say("the machine is too busy for %d kills: there were %d".formatted(KILLS, kills));
            }
            Progress.say(
                    "%,d copies so far, %,d faults; now everything goes well".formatted(sink.count(), sink.faults()));
            sink.behave();
            try (var last = Notifier.start(product, sink.port(), log)) {
                last.awaitReady();
                settle(database, connection);
            }
            return FaultsTally.of(written(connection), sink.kept(), PEOPLE * DEADLINES);
        }
    }

    /** At a random moment after the first message that it has handed over, or after a while without any. */
    private void killWhileSending(int kill) throws Exception {
        try (var notifier = Notifier.start(product, sink.port(), log)) {
            notifier.awaitReady();
            var before = sink.count();
            var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            while (sink.count() == before && System.nanoTime() < patience) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
            notifier.kill();
            Progress.say("killed for the %d. time, after %,d copies".formatted(kill, sink.count()));
        }
    }

    /** Whoever was told "later" need not wait for minutes here. */
    private void settle(Database database, Connection connection) throws Exception {
        while (database.ask(OPEN) > 0 || database.ask("SELECT count(*) FROM alert") < (long) PEOPLE * DEADLINES) {
            if (System.nanoTime() > end) {
                Progress.say("ten minutes are over");
                return;
            }
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        UPDATE delivery SET next_attempt_at = clock_timestamp()
                        WHERE state IN ('RETRY_WAIT', 'UNCERTAIN') AND next_attempt_at > clock_timestamp()
                        """);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static List<FaultsTally.Written> written(Connection connection) throws SQLException {
        var written = new ArrayList<FaultsTally.Written>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT concat_ws('/', deadline_id, plan_no, step, recipient_id) AS key, delivery.id::text AS id,
                            delivery.state, coalesce(closed_because, '') AS because, next_attempt_at IS NOT NULL AS waits,
                            (SELECT count(*) FROM delivery_attempt
                             WHERE delivery_id = delivery.id AND outcome = 'UNKNOWN') AS unknown
                        FROM alert LEFT JOIN delivery ON delivery.alert_id = alert.id
                        """)) {
            while (row.next()) {
                written.add(new FaultsTally.Written(
                        row.getString("key"),
                        String.valueOf(row.getString("id")),
                        String.valueOf(row.getString("state")),
                        row.getString("because"),
                        row.getBoolean("waits"),
                        row.getInt("unknown")));
            }
        }
        return written;
    }

    private static void nominate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO working_group (id, name, missing) VALUES ('%s', 'Health Working Group', '[]')
                    """.formatted(GROUP));
            statement.execute("""
                    WITH people AS (
                        INSERT INTO recipient (id, name, email, verified_at, verified_how)
                        SELECT uuidv7(), 'Member ' || number, 'member' || number || '@d' || number %% 20 || '.example', now(),
                            'VOUCHED'
                        FROM generate_series(1, %d) AS number RETURNING id)
                    INSERT INTO member (id, group_id, person_id, party, side, role, since)
                    SELECT uuidv7(), '%s', id, 'PK', 'PK', 'MEMBER', '2025-01-01T00:00:00Z' FROM people
                    """.formatted(PEOPLE, GROUP));
        }
    }

    /** Half of them remind, and are held when nobody knows whether they arrived; half are overdue, and are sent again. */
    private void due(Connection connection, int number) throws Exception {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(number % 2 == 0 ? 10 : -3);
        var sample = Sample.of(product.root(), "mou.deadline.armed.v1")
                .with("responsible", List.of(Map.of("party", "PK")))
                .with("agreementId", null)
                .with("lastDay", day.toString())
                .with("dueAt", day.plusDays(1) + "T00:00:00Z")
                .with("scheduledAt", day.minusDays(30) + "T00:00:00Z");
        var id = "00000000-0000-7000-8000-%012d".formatted(number);
        try (var deadline = connection.prepareStatement("""
                        INSERT INTO deadline (id, working_group_id, status, state)
                        VALUES (?::uuid, ?::uuid, 'ACTIVE', ?::jsonb)
                        """);
                var plan = connection.prepareStatement("""
                        INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at)
                        VALUES (?::uuid, 1, 1, true, '{-14,-1,1}', ?::timestamptz, true, 'epoch')
                        """)) {
            deadline.setString(1, id);
            deadline.setString(2, GROUP);
            deadline.setString(3, sample.dataOf(id));
            deadline.executeUpdate();
            plan.setString(1, id);
            plan.setString(2, day.minusDays(30) + "T00:00:00Z");
            plan.executeUpdate();
        }
    }
}
