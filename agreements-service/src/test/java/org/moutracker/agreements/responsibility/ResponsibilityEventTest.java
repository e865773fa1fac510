package org.moutracker.agreements.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.responsibility.ResponsibilityEvent.ResponsibilityChanged;
import org.moutracker.agreements.responsibility.ResponsibilityEvent.ResponsibilityHandedOver;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponsibilityEventTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static ResponsibleState.Officer officer(String end, OfficerRole role, String from, @Nullable String until) {
        return new ResponsibleState.Officer(
                UUID.fromString("01995778-6000-7000-8000-00000000" + end),
                role,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    private static ResponsibleState state(long version, ResponsibleState.Officer... officers) {
        return new ResponsibleState(
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"), List.of(officers), version);
    }

    @Test
    void who_is_responsible_is_told_as_the_samples_say() throws IOException {
        var follower = officer("f703", OfficerRole.FOLLOWER, "2025-09-18", "2026-12-31");
        var events = List.of(
                new ResponsibilityChanged(state(2, officer("f702", OfficerRole.LEAD, "2025-09-18", null), follower)),
                new ResponsibilityHandedOver(state(
                        3,
                        officer("f702", OfficerRole.LEAD, "2025-09-18", "2026-03-31"),
                        follower,
                        officer("f704", OfficerRole.LEAD, "2026-04-01", null))));

        for (var event : events) {
            var sample = EventSamples.sample(event.type());
            assertThat(JSON.readTree(JSON.writeValueAsBytes(event.state()))).isEqualTo(sample.get("data"));
            assertThat(event.topic().subjects() + "/" + event.subject())
                    .isEqualTo(sample.get("subject").asText());
        }
        assertThat(events.stream().map(ResponsibilityEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventSamples.typesOf(ResponsibilityEvent.class, "responsibility"));
    }
}
