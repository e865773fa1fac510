package org.moutracker.agreements.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.person.PersonEvent.PersonChanged;
import org.moutracker.agreements.person.PersonEvent.PersonErased;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonEventTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static Person ayesha(List<Absence> absences) {
        return new Person(
                UUID.fromString("01995778-6000-7000-8000-00000000f001"),
                "Ayesha Khan",
                "ayesha.khan@health.example",
                "ur",
                "Asia/Karachi",
                absences);
    }

    @Test
    void persons_are_told_as_the_samples_of_group_members_say() {
        var changed = new PersonChanged(ayesha(List.of()));
        var erased = new PersonErased(changed.id());

        assertThat(JSON.<JsonNode>valueToTree(changed.state()))
                .isEqualTo(EventSamples.sample(changed.type()).get("data"));
        assertThat(erased.state()).isNull();
        assertThat(List.of(changed, erased).stream().map(PersonEvent::type).collect(Collectors.toSet()))
                .isEqualTo(EventSamples.typesOf(PersonEvent.class, "person"));
        assertThat(changed.topic().subjects() + "/" + changed.subject())
                .isEqualTo(EventSamples.sample(changed.type()).get("subject").asText());
    }

    @Test
    void absences_are_told_with_who_stands_in() {
        var deputy = UUID.fromString("01995778-6000-7000-8000-00000000f002");
        var away = ayesha(List.of(new Absence(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-14"), deputy)));

        assertThat(JSON.<JsonNode>valueToTree(away).get("absences").toString())
                .isEqualTo("[{\"from\":\"2026-03-01\",\"to\":\"2026-03-14\",\"deputy\":\"%s\"}]".formatted(deputy));
    }

    @Test
    void nobody_is_named_in_a_log() {
        assertThat(ayesha(List.of()) + " " + new Contact("Ayesha Khan", "ayesha.khan@health.example", null, null))
                .doesNotContainIgnoringCase("khan");
    }
}
