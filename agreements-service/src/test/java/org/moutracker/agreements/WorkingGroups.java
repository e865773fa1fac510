package org.moutracker.agreements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.EventSamples;

/** What working-group-service tells of its deadlines and groups. */
public final class WorkingGroups {

    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.kafka()), new StringSerializer(), new ByteArraySerializer());
    private static final AtomicInteger VERSION = new AtomicInteger();

    private WorkingGroups() {}

    /** A deadline as the sample has it, changed as given; later ones are newer. */
    public static void deadline(UUID id, Consumer<ObjectNode> change) {
        deadline(id, VERSION.incrementAndGet(), change);
    }

    public static void deadline(UUID id, int version, Consumer<ObjectNode> change) {
        tell("mou.deadline.met.v1", "deadlines/", "mou.deadlines.state.v1", id, version, change);
    }

    /** A group as the sample has it, changed as given; later ones are newer. */
    public static void group(UUID id, Consumer<ObjectNode> change) {
        tell(
                "mou.working-group.constituted.v1",
                "working-groups/",
                "mou.working-groups.state.v1",
                id,
                VERSION.incrementAndGet(),
                change);
    }

    private static void tell(
            String sample, String noun, String topic, UUID id, int version, Consumer<ObjectNode> change) {
        var event = (ObjectNode) EventSamples.sample(sample);
        event.put("id", UUID.randomUUID().toString())
                .put("subject", noun + id)
                .put("partitionkey", id.toString())
                .put("time", TestStack.clock().instant().toString())
                .put("sequence", "0001%016d".formatted(version));
        var data = ((ObjectNode) event.get("data")).put("id", id.toString()).put("version", version);
        change.accept(data);
        try {
            KAFKA.send(EventSamples.record(topic, event)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
