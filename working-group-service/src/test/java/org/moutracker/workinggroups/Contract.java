package org.moutracker.workinggroups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.testing.EventSamples;

/** Holds events against their samples. */
public final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Contract() {}

    /** Every event of a family is given, and is told as its sample says. */
    public static void requireAsSampled(Class<? extends Event> family, List<? extends Event> events) {
        requireAsSampled(family, events, Set.of());
    }

    /** The same of events that have got fields since their sample was told, which must be there. */
    public static void requireAsSampled(
            Class<? extends Event> family, List<? extends Event> events, Set<String> since) {
        var types = new TreeSet<String>();
        for (var event : events) {
            var sample = EventSamples.sample(event.type());
            types.add(event.type());
            if (event.state() == null) {
                assertThat(sample.get("data").isNull()).isTrue();
                continue;
            }
            var told = (ObjectNode) told(event);
            assertThat(since).as(event.type()).allMatch(told::has).noneMatch(sample.get("data")::has);
            JsonNode before = told.without(since);
            assertThat(before).as(event.type()).isEqualTo(sample.get("data"));
            assertThat(event.topic().subjects() + "/" + event.subject())
                    .isEqualTo(sample.get("subject").asText());
        }
        assertThat(types)
                .isEqualTo(EventSamples.typesOf(family, events.getFirst().noun()));
    }

    private static JsonNode told(Event event) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(event.state()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a consumer makes of a sample. */
    public static <S> S read(String type, Class<S> state) {
        try {
            return JSON.readValue(
                    JSON.writeValueAsBytes(EventSamples.sample(type).get("data")), state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
