package org.moutracker.benchmarks;

import java.io.IOException;
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
    static final int KILLS = 20;

    // From the first process that is started to the last answer; to stop it all takes up to another minute.
    private static final Duration AT_MOST = Duration.ofMinutes(9);

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
    private final long end;

    private FaultsOfAlerts(Product product, FaultySink sink, long seed, long end) throws IOException {
        this.product = product;
        this.sink = sink;
        this.random = new Random(seed);
        this.end = end;
        this.log = Files.createTempFile("notifications-service", ".log");
    }

    static FaultsTally run(Path root, long seed) throws Exception {
        var end = System.nanoTime() + AT_MOST.toNanos();
        Progress.say("starting the product; seed " + seed);
        try (var product = Product.start(root);
                var sink = new FaultySink(seed);
                var still = standingStill(product)) {
            Progress.say("%d process stands still".formatted(still.processes().size()));
            return new FaultsOfAlerts(product, sink, seed, end).run();
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
            new Readers(GROUP, PEOPLE, true).nominate(connection);
            for (var number = 0; number < DEADLINES; number++) {
                due(connection, number);
            }
            var kills = kill();
            Progress.say(
                    "%,d copies so far, %,d faults; now everything goes well".formatted(sink.count(), sink.faults()));
            sink.behave();
            try (var last = Notifier.start(product, sink.port(), log)) {
                last.awaitReady();
                settle(database, connection);
            }
            return FaultsTally.of(kills, written(connection), PEOPLE * DEADLINES, sink.kept(), sink.refusals());
        }
    }

    /** As often as it is to be, or as there is time for: nothing of what is measured afterwards is cut short. */
    private int kill() throws Exception {
        var kills = 0;
        var longest = 0L;
        while (kills < KILLS && System.nanoTime() + longest < end - AFTERWARDS.toNanos()) {
            var begin = System.nanoTime();
            killWhileSending(++kills);
            longest = Math.max(longest, System.nanoTime() - begin);
        }
        return kills;
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
                Progress.say("the time is over; what is still open counts as lost");
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
                            repeats, attempts,
                            (SELECT count(*) FROM delivery_attempt
                             WHERE delivery_id = delivery.id AND outcome = 'UNKNOWN') AS unknown,
                            (SELECT count(*) FROM delivery_attempt
                             WHERE delivery_id = delivery.id AND outcome = 'REFUSED') AS refused
                        FROM alert LEFT JOIN delivery ON delivery.alert_id = alert.id
                        """)) {
            while (row.next()) {
                written.add(new FaultsTally.Written(
                        row.getString("key"),
                        String.valueOf(row.getString("id")),
                        String.valueOf(row.getString("state")),
                        row.getString("because"),
                        row.getBoolean("waits"),
                        row.getBoolean("repeats"),
                        row.getInt("attempts"),
                        row.getInt("unknown"),
                        row.getInt("refused")));
            }
        }
        return written;
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
