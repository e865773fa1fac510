package org.moutracker.workinggroups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.testing.EventSamples;

/** An event of the contract, which a test makes its own: other ids, other facts, a later sequence. */
public final class Sample {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong SEQUENCE = new AtomicLong(1);

    private final ObjectNode event;

    private Sample(ObjectNode event) {
        this.event = event;
    }

    /** The sample of a type such as {@code mou.agreement.signed.v1}. */
    public static Sample of(String type) {
        return new Sample(EventSamples.sample(type).deepCopy()).sequence(SEQUENCE.getAndIncrement());
    }

    public JsonNode data() {
        return event.get("data");
    }

    public Sample subject(UUID id) {
        var collection = event.get("subject").asText().replaceFirst("/.*", "/");
        event.put("subject", collection + id).put("partitionkey", id.toString());
        return with("id", id);
    }

    /** Sets a field of the data. */
    public Sample with(String field, @Nullable Object value) {
        ((ObjectNode) data()).set(field, JSON.valueToTree(value));
        return this;
    }

    public Sample sequence(long number) {
        event.put("id", UUID.randomUUID().toString()).put("sequence", "0001%016d".formatted(number));
        return this;
    }

    public Sample type(String type) {
        event.put("type", type);
        return this;
    }

    public Sample at(String time) {
        event.put("time", time);
        return this;
    }

    public String id() {
        return event.get("id").asText();
    }

    /** As it travels. */
    public ProducerRecord<String, byte[]> record(String topic) {
        return EventSamples.record(topic, event);
    }
}
