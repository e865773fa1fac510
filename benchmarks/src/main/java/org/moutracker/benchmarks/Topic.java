package org.moutracker.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic, written without a service and counted. */
record Topic(String kafka, String name) {

    /** With the settings of the services' relay. */
    KafkaProducer<String, byte[]> producer() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 5);
        settings.put("batch.size", 128 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** With the headers that the services give it. */
    ProducerRecord<String, byte[]> record(Sample sample, UUID subject, long position, byte[] data) {
        var record = new ProducerRecord<>(name, subject.toString(), data);
        var id = new UUID(0x7000L | position << 16, 0x8000_0000_0000_0000L | position).toString();
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_source", "/benchmarks");
        header(record, "ce_type", sample.type());
        header(record, "ce_subject", sample.subjects() + "/" + subject);
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_dataschema", "/events/" + sample.type());
        header(record, "ce_sequence", "0001%016d".formatted(position));
        header(record, "ce_partitionkey", subject.toString());
        header(record, "ce_correlationid", id);
        header(record, "content-type", "application/json");
        return record;
    }

    /** Returns once Kafka has them all. */
    static void send(KafkaProducer<String, byte[]> producer, Stream<ProducerRecord<String, byte[]>> records)
            throws ExecutionException, InterruptedException {
        var sent = records.map(producer::send).toList();
        producer.flush();
        for (var result : sent) {
            result.get();
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    Counter counter() {
        return new Counter(this);
    }

    /** Counts the records that were ever written. */
    static final class Counter implements AutoCloseable {
        private final Topic topic;
        private final KafkaConsumer<byte[], byte[]> consumer;

        private Counter(Topic topic) {
            this.topic = topic;
            this.consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", topic.kafka()),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }

        long count() {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions, Duration.ofSeconds(10)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
