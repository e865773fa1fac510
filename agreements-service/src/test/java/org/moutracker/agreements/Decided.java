package org.moutracker.agreements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.EventSamples;

/** A decision of a group, told as working-group-service tells it. */
public record Decided(UUID id) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KafkaProducer<String, byte[]> KAFKA = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestStack.kafka()), new StringSerializer(), new ByteArraySerializer());
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    public static Decided fresh() {
        return new Decided(UUID.randomUUID());
    }

    /** Tells it with these effects, as JSON without their places. */
    public Decided tell(String status, String... effects) {
        return tell(SEQUENCE.incrementAndGet(), status, effects);
    }

    public Decided tell(int sequence, String status, String... effects) {
        var sample = (ObjectNode) EventSamples.sample("mou.decision.adopted.v1");
        sample.put("subject", "decisions/" + id)
                .put("partitionkey", id.toString())
                .put("id", UUID.randomUUID().toString())
                .put("sequence", "0001%016d".formatted(sequence));
        var data = (ObjectNode) sample.get("data");
        data.put("id", id.toString()).put("status", status);
        var all = data.putArray("effects");
        for (var i = 0; i < effects.length; i++) {
            all.addObject().put("index", i).put("status", "PENDING").set("effect", read(effects[i]));
        }
        send(sample);
        return this;
    }

    public static String open(String agreement, String code) {
        return """
                {"do": "OPEN_COMMITMENT", "agreementId": "%s", "code": "%s", "title": "Train twelve", "kind": "TRAINING",
                 "mode": "JOINT"}""".formatted(agreement, code);
    }

    public static String close(String commitment, String as) {
        return """
                {"do": "CLOSE_COMMITMENT", "commitmentId": "%s", "as": "%s", "reason": "as decided"}""".formatted(commitment, as);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void send(ObjectNode sample) {
        try {
            KAFKA.send(EventSamples.record("mou.decisions.state.v1", sample)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
