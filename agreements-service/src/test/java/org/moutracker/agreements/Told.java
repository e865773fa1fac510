package org.moutracker.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.TestStack;

/** An event that the service has told, as another service hears it. */
public record Told(String type, JsonNode state) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Closing a consumer waits for the fetch under way, and at the end of a topic that waits for more. */
    private static final int BRIEFLY = 10;

    /** Everything told of a subject so far, in its order; waits until nothing is left to be sent. */
    public static List<Told> of(String topic, String subject) {
        await().atMost(Duration.ofSeconds(20)).until(() -> rows("SELECT count(*) FROM outbox", null) == 0);
        return records(topic).stream()
                .filter(record -> subject.equals(record.key()))
                .map(Told::read)
                .toList();
    }

    /** The types of all events of an agreement. */
    public static List<String> types(String agreement) {
        return of("mou.agreements.v1", agreement).stream().map(Told::type).toList();
    }

    /** What each of them says. */
    public static List<JsonNode> states(String agreement) {
        return of("mou.agreements.v1", agreement).stream().map(Told::state).toList();
    }

    /** Waits until nothing is due by now that time should have brought about. */
    public static void awaitWhatTimeBrings() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows(
                                "SELECT count(*) FROM agreement WHERE next_transition_at <= ?",
                                Timestamp.from(TestStack.clock().instant()))
                        == 0);
    }

    private static long rows(String query, @Nullable Timestamp parameter) throws SQLException {
        try (var connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                var statement = connection.prepareStatement(query)) {
            if (parameter != null) {
                statement.setTimestamp(1, parameter);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static Told read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Told(
                    new String(record.headers().lastHeader("ce_type").value(), UTF_8), JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.kafka(), "fetch.max.wait.ms", BRIEFLY),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }
}
