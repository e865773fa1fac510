package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Events that wait in Kafka, and the bare statements that keep what they say.
 *
 * @param table in which each of them leaves a row
 * @param effects what keeps them, beside the inbox; each takes ids and states
 */
record Heard(String name, Topic topic, Sample sample, String table, List<String> effects) {
    private static final int WARM_UP = 30_000;
    private static final int EVENTS = 50_000;
    private static final int BATCH = 500;

    // Inbox and one effect in PostgreSQL, in an earlier study of the same machine size.
    private static final Map<String, Double> PEERS = Map.of("one by one", 500.0, "set-based prototype", 32_000.0);

    private static final String HEARD = """
            INSERT INTO inbox AS known (subject, sequence) SELECT * FROM unnest(?, ?)
            ON CONFLICT (subject) DO UPDATE SET sequence = excluded.sequence
            WHERE known.sequence < excluded.sequence RETURNING subject
            """;

    static Heard people(Product product) throws Exception {
        return new Heard(
                "inbox, people",
                new Topic(product.kafka(), "mou.people.v1"),
                // With an address each would be sent a mail that asks for it, which would take longer than all the
                // rest.
                Sample.of(product.root(), "mou.person.changed.v1").with("email", null),
                "recipient",
                List.of("""
                        INSERT INTO recipient (id, name, email, language, zone)
                        SELECT id, state ->> 'name', state ->> 'email', state ->> 'language', state ->> 'zone'
                        FROM (SELECT id, state::jsonb FROM unnest(?, ?) AS given (id, state)) AS heard
                        ON CONFLICT (id) DO UPDATE SET
                            name = excluded.name, email = excluded.email, language = excluded.language,
                            zone = excluded.zone
                        """));
    }

    /** They also get a plan, which the engine then looks at; agreements-service hears them at the same time. */
    static Heard deadlines(Product product, String name) throws Exception {
        var lastDay = LocalDate.now(ZoneOffset.UTC).plusYears(2);
        return new Heard(
                name,
                new Topic(product.kafka(), "mou.deadlines.state.v1"),
                Sample.of(product.root(), "mou.deadline.armed.v1")
                        .with("lastDay", lastDay.toString())
                        .with("dueAt", lastDay.atStartOfDay() + ":00Z"),
                "plan",
                List.of("""
                        INSERT INTO deadline (id, agreement_id, working_group_id, status, state)
                        SELECT id, (state ->> 'agreementId')::uuid, (state ->> 'workingGroupId')::uuid,
                               state ->> 'status', state
                        FROM (SELECT id, state::jsonb FROM unnest(?, ?) AS given (id, state)) AS heard
                        ON CONFLICT (id) DO UPDATE SET
                            agreement_id = excluded.agreement_id, working_group_id = excluded.working_group_id,
                            status = excluded.status, state = excluded.state
                        """, """
                        INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up,
                                          next_fire_at)
                        SELECT id, 1, 1, true, '{-30,-14,-7,-3,-1,0,1,7,14,21,28,35}', now(), true, 'epoch'
                        FROM unnest(?, ?) AS heard (id, state)
                        ON CONFLICT (deadline_id) DO UPDATE SET next_fire_at = excluded.next_fire_at
                        """));
    }

    Row measure(Database database) throws Exception {
        Progress.say("%s: %,d events to warm up".formatted(name, WARM_UP));
        hear(database, 0, WARM_UP);
        keep(database, 0, WARM_UP);
        Progress.say("%s: %,d events through the inbox".formatted(name, EVENTS));
        var ours = hear(database, WARM_UP, EVENTS);
        Progress.say("%s: %,d events by bare batches".formatted(name, EVENTS));
        var limit = keep(database, WARM_UP, EVENTS);
        return new Row(name, "events/s", ours, limit, PEERS);
    }

    /** Counted from the first record sent: Kafka takes them much faster than they are heard. */
    private double hear(Database database, int first, int events) throws Exception {
        try (var producer = topic.producer();
                var connection = database.connect();
                var count = connection.prepareStatement("SELECT count(*) FROM " + table)) {
            var before = count(count);
            var begin = System.nanoTime();
            Topic.send(producer, IntStream.range(first, first + events).mapToObj(position -> {
                var subject = subject(position);
                return topic.record(sample, subject, position, sample.bytesOf(subject));
            }));
            return Rate.watching(begin, events, () -> count(count) - before);
        }
    }

    private static long count(PreparedStatement count) throws SQLException {
        try (var answer = count.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private double keep(Database database, int first, int events) throws Exception {
        var batches = IntStream.range(0, events / BATCH)
                .mapToObj(batch -> LongStream.range(first + batch * BATCH, first + (batch + 1) * BATCH)
                        .boxed()
                        .toList())
                .toList();
        try (var connection = database.connectApart()) {
            connection.setAutoCommit(false);
            return Rate.of(events, () -> {
                for (var batch : batches) {
                    keep(connection, batch);
                    connection.commit();
                }
            });
        }
    }

    private void keep(Connection connection, List<Long> batch) throws SQLException {
        var subjects = batch.stream().map(Heard::subject).toList();
        var states = subjects.stream().map(sample::dataOf).toList();
        new Columns()
                .texts(subjects.stream()
                        .map(subject -> sample.subjects() + "/" + subject)
                        .toList())
                .texts(batch.stream().map("0001%016d"::formatted).toList())
                .execute(connection, HEARD);
        for (var effect : effects) {
            new Columns().ids(subjects).texts(states).execute(connection, effect);
        }
    }

    private static UUID subject(long position) {
        return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | position);
    }
}
