package org.moutracker.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.moutracker.platform.messaging.Event;

/** The contract between the services: one sample for every event and version. */
public final class EventSamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventSamples() {}

    /** The sample of an event type such as {@code mou.agreement.signed.v1}, in CloudEvents' structured mode. */
    public static JsonNode sample(String type) {
        try (var stream = EventSamples.class.getResourceAsStream("/events/samples/" + type + ".json")) {
            if (stream == null) {
                throw new AssertionError("there is no sample of " + type);
            }
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types that a sealed family of events stands for, from the records' names alone. */
    public static Set<String> typesOf(Class<? extends Event> family, String noun) {
        var types = new TreeSet<String>();
        Arrays.stream(family.getPermittedSubclasses())
                .forEach(event -> types.add(Event.typeOf(noun, event.getSimpleName())));
        return types;
    }

    /** The Kafka record in binary mode that the sample stands for. */
    public static ProducerRecord<String, byte[]> record(String topic, JsonNode sample) {
        try {
            var data = sample.get("data");
            var value = data == null || data.isNull() ? null : JSON.writeValueAsBytes(data);
            var record = new ProducerRecord<>(topic, sample.get("partitionkey").asText(), value);
            sample.properties().forEach(attribute -> {
                if (!List.of("data", "datacontenttype").contains(attribute.getKey())) {
                    record.headers()
                            .add(
                                    "ce_" + attribute.getKey(),
                                    attribute.getValue().asText().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            });
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
