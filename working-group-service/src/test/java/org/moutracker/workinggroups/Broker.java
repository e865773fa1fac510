package org.moutracker.workinggroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.TestStack;

/** What a test says and hears as another service. */
public final class Broker {

    public static final String AGREEMENTS = "mou.agreements.state.v1";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Closing a consumer waits for the fetch under way, and at the end of a topic that waits for more. */
    private static final int BRIEFLY = 10;

    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.kafka()), new StringSerializer(), new ByteArraySerializer());

    private Broker() {}

    /** An event that the service has told. */
    public record Told(String type, String subject, JsonNode data) {}

    /** Tells events, in their order. */
    public static void tell(Sample... events) {
        for (var event : events) {
            send(event.record(AGREEMENTS));
        }
    }

    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            KAFKA.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that a topic holds of a key, oldest first. */
    public static List<Told> told(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> new Told(header(record, "ce_type"), header(record, "ce_subject"), read(record.value())))
                .toList();
    }

    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.kafka(), "fetch.max.wait.ms", BRIEFLY),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
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

    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static JsonNode read(byte @Nullable [] value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
