package org.moutracker.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Drains an outbox into a topic that no service reads, through agreements-service's relay and by a bare producer. */
final class Relay implements Benchmark {
    private static final int WARM_UP = 20_000;
    private static final int EVENTS = 100_000;
    private static final int EVENTS_PER_SUBJECT = 10;

    // Draining a full outbox on two cores, in an earlier study; the upper ends of what was seen.
    private static final Map<String, Double> PEERS = new TreeMap<>(Map.of(
            "Debezium (busy machine)", 3_600.0,
            "Debezium (idle machine)", 8_100.0,
            "polling prototype (busy machine)", 8_600.0,
            "polling prototype (idle machine)", 25_500.0));

    @Override
    public List<Row> measure(Product product) throws Exception {
        var sample = Sample.of(product.root(), "mou.commitment.opened.v1");
        var topic = new Topic(product.kafka(), "mou.commitments.v1");
        var database = product.database("agreements");
        Progress.say("relay: %,d events to warm up".formatted(WARM_UP));
        drain(database, topic, sample, WARM_UP);
        send(topic, sample, WARM_UP);
        Progress.say("relay: %,d events through the relay".formatted(EVENTS));
        var ours = drain(database, topic, sample, EVENTS);
        Progress.say("relay: %,d events by a bare producer".formatted(EVENTS));
        var limit = send(topic, sample, EVENTS);
        return List.of(new Row("relay", "events/s", ours, limit, PEERS));
    }

    /** All events become visible to the relay at one moment, with the commit. */
    private static double drain(Database database, Topic topic, Sample sample, int events) throws Exception {
        try (var counter = topic.counter();
                var connection = database.connect();
                var insert = connection.prepareStatement("""
                        INSERT INTO outbox (id, topic, key, type, subject, occurred_at, correlation, payload)
                        SELECT event.id, ?, event.key, ?, ? || '/' || event.key, now(), event.id::text,
                               convert_to(replace(?, ?, event.key), 'UTF8')
                        FROM (SELECT uuidv7() AS id, '00000000-0000-7000-8000-'
                                  || lpad(to_hex(position / ?), 12, '0') AS key
                              FROM generate_series(1, ?) AS position) AS event
                        """)) {
            var before = counter.count();
            connection.setAutoCommit(false);
            insert.setString(1, topic.name());
            insert.setString(2, sample.type());
            insert.setString(3, sample.subjects());
            insert.setString(4, sample.data());
            insert.setString(5, sample.id());
            insert.setInt(6, EVENTS_PER_SUBJECT);
            insert.setInt(7, events);
            insert.executeUpdate();
            connection.commit();
            var rate = Rate.watching(System.nanoTime(), events, () -> counter.count() - before);
            if (counter.count() - before != events) {
                throw new IllegalStateException(
                        "%,d events of %,d arrived".formatted(counter.count() - before, events));
            }
            return rate;
        }
    }

    private static double send(Topic topic, Sample sample, int events) throws Exception {
        try (var producer = topic.producer()) {
            return Rate.of(
                    events,
                    () -> Topic.send(producer, IntStream.rangeClosed(1, events).mapToObj(position -> {
                        var subject = new UUID(0x7000L, 0x8000_0000_0000_0000L | position / EVENTS_PER_SUBJECT);
                        return topic.record(sample, subject, position, sample.bytesOf(subject));
                    })));
        }
    }
}
