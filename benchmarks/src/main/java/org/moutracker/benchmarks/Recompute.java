package org.moutracker.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Deadlines that a revision of a calendar can touch: recomputed by working-group-service, and the same rows written alone. */
final class Recompute implements Benchmark {
    private static final int DEADLINES = 100_000;

    /** Rules of two kinds, anchored around the day that closes: one day less for whoever counts working days over it. */
    private static final String OPEN = """
            INSERT INTO deadline (id, version, kind, title, agreement_id, commitment_id, status, rule, facts, extended,
                                  certainty, missing, warnings, explanation, calendar_revisions, tzdb, schedule_no,
                                  scheduled_at, passed, origin, responsible)
            SELECT uuidv7(), 1, 'DELIVERY', 'Deliver what was promised, no. ' || i, uuidv7(), uuidv7(), 'AWAITING_ANCHOR',
                   jsonb_build_object(
                       'anchor', jsonb_build_object('event', 'SIGNATURE'),
                       'steps', jsonb_build_array(CASE WHEN i % 2 = 0
                           THEN '{"kind": "WORKING_DAYS", "days": 30}'::jsonb
                           ELSE '{"kind": "WITHIN", "period": "P60D"}'::jsonb END),
                       'roll', 'FOLLOWING',
                       'calendars', '{"mode": "ALL_OPEN", "authorities": ["BENCH", "PK"]}'::jsonb,
                       'clock', '{"mode": "LATEST", "zones": ["Asia/Karachi", "Asia/Hebron"]}'::jsonb),
                   jsonb_build_object('SIGNATURE', date '2041-01-01' + i % 30), false,
                   'PENDING', '[]', '[]', '[]', '{}', '', 0, now(), false,
                   '{"commitment": "C-01", "basis": "INSTRUMENT_CLAUSE", "clause": "article 3"}', '[{"party": "PK"}]'
            FROM generate_series(1, ?) AS i
            """;

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("working_groups");
        var api = new Api(product);
        Progress.say("recompute: %,d deadlines that wait for a calendar".formatted(DEADLINES));
        try (var connection = database.connect();
                var insert = connection.prepareStatement(OPEN)) {
            insert.setInt(1, DEADLINES);
            insert.executeUpdate();
        }
        Progress.say("recompute: to warm up, the calendar is published and all have a date");
        recompute(database, api, 1, "");
        awaitSent(database);
        Progress.say("recompute: a day closes");
        var ours = recompute(database, api, 2, "{\"date\": \"2041-02-05\", \"name\": \"Mourning\"}");
        awaitSent(database);
        var moved = database.ask("SELECT moved FROM recomputation WHERE authority = 'BENCH' AND revision = 2");
        Progress.say("recompute: %,d of them have moved; the same rows alone".formatted(moved));
        var limit = alone(product, database, moved);
        return List.of(
                new Row("recompute", "deadlines/s", ours, limit, Map.of()),
                new Row("recompute, %,d".formatted(DEADLINES), "s", DEADLINES / ours, DEADLINES / limit, Map.of()));
    }

    /** From the publication until the last of them is done. */
    private static double recompute(Database database, Api api, int revision, String closed) throws Exception {
        api.draft(closed);
        try (var connection = database.connect();
                var done = connection.prepareStatement(
                        "SELECT coalesce(sum(done), 0) FROM recomputation WHERE authority = 'BENCH' AND revision = ?")) {
            done.setInt(1, revision);
            var begin = System.nanoTime();
            api.publish();
            return Rate.watching(begin, DEADLINES, () -> {
                try (var answer = done.executeQuery()) {
                    answer.next();
                    return answer.getLong(1);
                }
            });
        }
    }

    /** What the relay still has to send would slow the next measurement. */
    private static void awaitSent(Database database) throws Exception {
        Rate.watching(
                System.nanoTime(),
                1,
                () -> database.ask("SELECT CASE WHEN EXISTS (SELECT FROM outbox) THEN 0 ELSE 1 END"));
    }

    private static double alone(Product product, Database database, long moved) throws Exception {
        database.copyApart("deadline", "deadline_change", "outbox");
        var sample = Sample.of(product.root(), "mou.deadline.rescheduled.v1");
        List<Rescheduling.Page> pages;
        try (var connection = database.connect()) {
            fillApart(database);
            pages = Rescheduling.pages(connection);
        }
        try (var connection = database.connectApart()) {
            connection.setAutoCommit(false);
            var rescheduling = new Rescheduling(connection, sample, (double) moved / DEADLINES);
            return Rate.of(DEADLINES, () -> {
                for (var page : pages) {
                    rescheduling.write(page);
                }
            });
        }
    }

    private static void fillApart(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var columns = Template.read(connection, "deadline", "false").columns().stream()
                    .filter(column -> !column.equals("due_order"))
                    .toList();
            statement.execute("INSERT INTO apart.deadline (%1$s) SELECT %1$s FROM public.deadline"
                    .formatted(String.join(", ", columns)));
            statement.execute("ANALYZE apart.deadline");
        }
    }

    /** The calendar of one authority, written and published. */
    private static final class Api {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI address;
        private final String token;

        private Api(Product product) throws IOException {
            address = product.service("workingGroups").resolve("/api/v1/calendars/BENCH/");
            token = product.token("registrar");
        }

        private void draft(String closed) throws IOException, InterruptedException {
            send("PUT", "draft", 200, """
                    {"name": "Measured offices", "weekend": [6, 7], "closed": [%s], "confirmedUntil": "2050-12-31",
                     "source": {"title": "a benchmark"}}""".formatted(closed));
        }

        private void publish() throws IOException, InterruptedException {
            send("POST", "publication", 202, "{\"reason\": \"to measure it\"}");
        }

        private void send(String method, String path, int expected, String body)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body));
            if (method.equals("POST")) {
                request.header("If-Match", "*");
            }
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(
                        "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
        }
    }
}
