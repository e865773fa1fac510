package org.moutracker.notifications.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.sql.Sql;

/** What others were told of done reports. */
final class DoneReportTopic {

    private static final String TOPIC = "mou.done-reports.state.v1";

    private DoneReportTopic() {}

    /** An event, and what it says. */
    record Told(String type, String data) {}

    /** All about one report, oldest first, once everything has been told. */
    static List<Told> about(String report) {
        var sql = CDI.current().select(Sql.class).get();
        await().until(() ->
                sql.query("SELECT 1 FROM outbox LIMIT 1", row -> true).isEmpty());
        var told = new ArrayList<Told>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.kafka(), "fetch.max.wait.ms", "10"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (report.equals(record.key())) {
                        var type = record.headers().lastHeader("ce_type").value();
                        told.add(new Told(new String(type, UTF_8), record.value()));
                    }
                }
            }
        }
        return told;
    }
}
