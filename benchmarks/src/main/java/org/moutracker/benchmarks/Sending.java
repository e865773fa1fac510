package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Deadlines that are heard of when a step has come by then: until a sink has a mail for each who is to be told. */
final class Sending {
    static final int PEOPLE = 50;

    // As notifications-service keeps them, unless it is told another number.
    static final int CONNECTIONS = 10;

    private static final String GROUP = "01995778-5a80-7000-8000-00000000e0a1";
    private static final String AGREEMENT = "01995778-5a00-7000-8000-00000000a0a1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Topic topic;
    private final Sample sample;
    private final Database database;
    private final FastSink sink;
    private int told;

    private Sending(Topic topic, Sample sample, Database database, FastSink sink) {
        this.topic = topic;
        this.sample = sample;
        this.database = database;
        this.sink = sink;
    }

    static Sending to(FastSink sink, Product product) throws Exception {
        var database = product.database("notifications");
        try (var connection = database.connect()) {
            new Readers(GROUP, PEOPLE, true).nominate(connection);
            agree(connection);
        }
        var sample = Claim.sample(product).with("agreementId", AGREEMENT).with("workingGroupId", GROUP);
        return new Sending(new Topic(product.kafka(), "mou.deadlines.state.v1"), sample, database, sink);
    }

    /** So that each mail names an agreement and the clocks of both sides. */
    private static void agree(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO agreement (id, calendars, state) VALUES ('%1$s', '{}', '{"id": "%1$s",
                        "reference": "PK-PS-2025-01",
                        "title": {"en": "Memorandum of Understanding on Cooperation in the Field of Health"},
                        "parties": [
                            {"code": "PK", "side": "PK", "organization": {"country": "PK", "zone": "Asia/Karachi"}},
                            {"code": "PS", "side": "PS", "organization": {"country": "PS", "zone": "Asia/Hebron"}}]}')
                    """.formatted(AGREEMENT));
        }
    }

    /** So many deadlines are heard of; how many mails went in a second, from the first event on. */
    double tell(int deadlines) throws Exception {
        var first = told;
        told += deadlines;
        var before = sink.taken();
        var mails = (long) deadlines * PEOPLE;
        try (var producer = topic.producer()) {
            var begin = System.nanoTime();
            Topic.send(producer, IntStream.range(first, told).mapToObj(position -> {
                var subject = new UUID(0x0199_0000_0001_7000L, 0x8000_0000_0000_0000L | position);
                return topic.record(sample, subject, 1_000_000L + position, sample.bytesOf(subject));
            }));
            var rate = Rate.watching(begin, mails, () -> sink.taken() - before);
            awaitTheRest(before + mails);
            return rate;
        }
    }

    /** What a slow machine has not sent by then must not be under way while something else is measured. */
    private void awaitTheRest(long mails) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (sink.taken() < mails || accepted() < told * (long) PEOPLE) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%,d mails of %,d were taken, and %,d of %,d written down"
                        .formatted(sink.taken(), mails, accepted(), told * PEOPLE));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (sink.taken() > mails) {
            throw new IllegalStateException("%,d mails too many were taken".formatted(sink.taken() - mails));
        }
    }

    private long accepted() throws SQLException {
        return database.ask("SELECT count(*) FROM delivery WHERE state = 'ACCEPTED'");
    }
}
