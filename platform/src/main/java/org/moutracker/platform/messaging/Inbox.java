package org.moutracker.platform.messaging;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Handles events in batches, each with effect once, however often and in whatever order Kafka delivers them.
 *
 * <p>Deduplication, state and effects are one transaction. Because events carry the whole state of their subject, only
 * the newest of each subject counts, and one row a subject with the highest sequence seen is all the memory needed. A
 * batch that cannot be handled is halved until the one bad record is found, which goes to the dead letters; while the
 * database is away nothing is given up, the batch is tried until it works.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AgroalDataSource database;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    Inbox(AgroalDataSource database, DeadLetters deadLetters, ObjectMapper json) {
        this.database = database;
        this.deadLetters = deadLetters;
        // What others add to their events must not break us.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Handles a batch.
     *
     * @param state what the consumer needs of the subject's state; what the event says beyond that is ignored
     * @param effect called in the transaction with the news, at most one of each subject
     */
    public <S> void receive(
            ConsumerRecords<String, byte[]> records, Class<S> state, Consumer<List<Received<S>>> effect) {
        var reader = json.readerFor(state);
        var messages = new ArrayList<Message>(records.count());
        for (var record : records) {
            Message.read(record).ifPresent(messages::add);
        }
        if (!messages.isEmpty()) {
            handle(messages, new Handler<>(reader, effect));
        }
    }

    /** Those of the records that tell of one kind of subject, named by the noun in their type. */
    public static ConsumerRecords<String, byte[]> about(ConsumerRecords<String, byte[]> records, String noun) {
        return select(records, record -> tellsOf(record, noun));
    }

    /** All the other records; one without a type is among them, and fails when it is read. */
    public static ConsumerRecords<String, byte[]> without(ConsumerRecords<String, byte[]> records, String noun) {
        return select(records, record -> !tellsOf(record, noun));
    }

    private static boolean tellsOf(ConsumerRecord<?, ?> record, String noun) {
        return CloudEvent.header(record, "ce_type")
                .filter(type -> type.startsWith("mou." + noun + "."))
                .isPresent();
    }

    private static ConsumerRecords<String, byte[]> select(
            ConsumerRecords<String, byte[]> records, Predicate<ConsumerRecord<?, ?>> wanted) {
        var selected = StreamSupport.stream(records.spliterator(), false)
                .filter(wanted)
                .collect(groupingBy(record -> new TopicPartition(record.topic(), record.partition())));
        return new ConsumerRecords<>(selected, Map.of());
    }

    private record Handler<S>(ObjectReader reader, Consumer<List<Received<S>>> effect) {}

    private <S> void handle(List<Message> messages, Handler<S> handler) {
        try {
            var origin = new Origin.Heard();
            ScopedValue.where(Origin.CURRENT, origin)
                    .run(() -> untilTheDatabaseAnswers(() -> apply(messages, handler, origin)));
        } catch (RuntimeException e) {
            if (messages.size() == 1) {
                var bad = messages.getFirst().record();
                LOG.errorf(
                        e,
                        "a record of %s (partition %d, offset %d) cannot be handled and goes to the dead letters",
                        bad.topic(),
                        bad.partition(),
                        bad.offset());
                untilTheDatabaseAnswers(() -> deadLetters.keep(bad));
            } else {
                var middle = messages.size() / 2;
                handle(messages.subList(0, middle), handler);
                handle(messages.subList(middle, messages.size()), handler);
            }
        }
    }

    private static void untilTheDatabaseAnswers(Runnable transaction) {
        var told = false;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(transaction);
                return;
            } catch (RuntimeException e) {
                if (!Transience.of(e)) {
                    throw e;
                }
                if (!told) {
                    LOG.warnf("events wait for the database: %s", e.getMessage());
                    told = true;
                }
                pause(e);
            }
        }
    }

    private static void pause(RuntimeException cause) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private <S> void apply(List<Message> messages, Handler<S> handler, Origin.Heard origin) {
        var newest = new LinkedHashMap<String, Message>();
        for (var message : messages) {
            newest.merge(message.subject(), message, (a, b) -> a.sequence().compareTo(b.sequence()) >= 0 ? a : b);
        }
        var news = new ArrayList<Received<S>>();
        var unheard = unheard(newest.values().stream().toList());
        for (var message : newest.values()) {
            if (unheard.contains(message.subject())) {
                news.add(message.received(handler.reader()));
            }
        }
        origin.begin(news);
        if (!news.isEmpty()) {
            handler.effect().accept(news);
        }
    }

    private Set<String> unheard(List<Message> messages) {
        // In one order for all, so that two consumers of the same subjects cannot lock each other out.
        var sorted = messages.stream()
                .sorted((a, b) -> a.subject().compareTo(b.subject()))
                .toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO inbox AS known (subject, sequence)
                        SELECT * FROM unnest(?, ?)
                        ON CONFLICT (subject) DO UPDATE SET sequence = excluded.sequence
                        WHERE known.sequence < excluded.sequence
                        RETURNING subject
                        """)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", sorted.stream().map(Message::subject).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", sorted.stream().map(Message::sequence).toArray()));
            var unheard = new HashSet<String>();
            try (var row = insert.executeQuery()) {
                while (row.next()) {
                    unheard.add(row.getString(1));
                }
            }
            return unheard;
        } catch (SQLException e) {
            throw new StorageFailed("cannot compare events with those heard before", e);
        }
    }

    /** A record with its CloudEvents attributes. */
    private record Message(ConsumerRecord<String, byte[]> record, String subject, String sequence) {

        /** Empty for what is not in our format version: another consumer's business. */
        static Optional<Message> read(ConsumerRecord<String, byte[]> record) {
            var type = CloudEvent.header(record, "ce_type").orElse("");
            if (!type.isEmpty() && !type.endsWith(".v1")) {
                return Optional.empty();
            }
            // A record without subject or sequence is its own subject here, and fails when its state is read.
            var subject = CloudEvent.header(record, "ce_subject")
                    .orElseGet(() -> record.topic() + "/" + record.partition() + "/" + record.offset());
            return Optional.of(new Message(
                    record, subject, CloudEvent.header(record, "ce_sequence").orElse("")));
        }

        <S> Received<S> received(ObjectReader reader) {
            return CloudEvent.received(record, reader);
        }
    }
}
