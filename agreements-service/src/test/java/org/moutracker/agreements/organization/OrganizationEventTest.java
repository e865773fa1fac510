package org.moutracker.agreements.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationChanged;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationMerged;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationSeparated;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationSucceeded;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganizationEventTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static OrganizationState state(@Nullable UUID mergedInto, @Nullable Succession succession, long version) {
        return new OrganizationState(
                UUID.fromString("01995778-5500-7000-8000-000000000a01"),
                "Ministry of Health",
                List.of(new NameVariant("ar", "وزارة الصحة")),
                OrganizationKind.MINISTRY,
                "PS",
                "Asia/Hebron",
                "PS",
                mergedInto,
                succession,
                version);
    }

    @Test
    void organizations_are_told_as_the_samples_say() throws IOException {
        var events = List.of(
                new OrganizationChanged(state(null, null, 2)),
                new OrganizationMerged(state(UUID.fromString("01995778-5500-7000-8000-000000000a02"), null, 3)),
                new OrganizationSeparated(state(null, null, 4)),
                new OrganizationSucceeded(state(
                        null,
                        new Succession(
                                SuccessionKind.RENAMED,
                                UUID.fromString("01995778-5500-7000-8000-000000000a03"),
                                LocalDate.parse("2026-01-01")),
                        5)));

        for (var event : events) {
            var sample = EventSamples.sample(event.type());
            assertThat(JSON.readTree(JSON.writeValueAsBytes(event.state()))).isEqualTo(sample.get("data"));
            assertThat(event.topic().subjects() + "/" + event.subject())
                    .isEqualTo(sample.get("subject").asText());
        }
        assertThat(events.stream().map(OrganizationEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventSamples.typesOf(OrganizationEvent.class, "organization"));
    }
}
