package org.moutracker.agreements.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.contactpoint.ContactPointEvent.ContactPointEnded;
import org.moutracker.agreements.contactpoint.ContactPointEvent.ContactPointNamed;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactPointEventTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void contact_points_are_told_as_the_samples_say() throws IOException {
        var named = new ContactPointState(
                UUID.fromString("01995778-6000-7000-8000-00000000cb01"),
                UUID.fromString("01995778-5500-7000-8000-000000000a01"),
                UUID.fromString("01995778-6000-7000-8000-00000000f701"),
                LocalDate.parse("2025-09-18"),
                null,
                1);
        var ended = new ContactPointState(
                named.id(), named.organizationId(), named.personId(), named.from(), LocalDate.parse("2026-03-31"), 2);
        var events = List.of(new ContactPointNamed(named), new ContactPointEnded(ended));

        for (var event : events) {
            var sample = EventSamples.sample(event.type());
            assertThat(JSON.readTree(JSON.writeValueAsBytes(event.state()))).isEqualTo(sample.get("data"));
            assertThat(event.topic().subjects() + "/" + event.subject())
                    .isEqualTo(sample.get("subject").asText());
        }
        assertThat(events.stream().map(ContactPointEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventSamples.typesOf(ContactPointEvent.class, "contact-point"));
    }
}
