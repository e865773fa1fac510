package org.moutracker.notifications.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** What others were told of the alerts of a story. */
final class AlertTopic {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertTopic() {}

    /** The events about the story's deadline so far, as {@code acknowledged}; in order for each alert. */
    static List<String> told(Story story) {
        var sql = CDI.current().select(Sql.class).get();
        await().until(() ->
                sql.query("SELECT 1 FROM outbox LIMIT 1", row -> true).isEmpty());
        var told = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.kafka(), "fetch.max.wait.ms", "10"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor("mou.alerts.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (JSON.readTree(record.value()).get("deadlineId").asText().equals(story.id("d001"))) {
                        var type = new String(
                                record.headers().lastHeader("ce_type").value(), UTF_8);
                        told.add(type.split("\\.", -1)[2]);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return told;
    }
}
