package org.moutracker.workinggroups.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.person.PersonEvent.PersonChanged;
import org.moutracker.workinggroups.person.PersonEvent.PersonErased;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonEventTest {

    @Test
    void persons_are_told_as_the_samples_say() {
        var ayesha = new Person(
                UUID.fromString("01995778-6000-7000-8000-00000000f001"),
                "Ayesha Khan",
                "ayesha.khan@health.example",
                "ur",
                "Asia/Karachi",
                List.of(Channel.IN_APP, Channel.MAIL));
        Contract.requireAsSampled(PersonEvent.class, List.of(new PersonChanged(ayesha), new PersonErased(ayesha.id())));
    }

    @Test
    void channels_are_told_where_somebody_wants_fewer_than_all() {
        var person = new Person(
                UUID.fromString("01995778-6000-7000-8000-00000000ad01"),
                "Ayesha Khan",
                "ayesha.khan@health.example",
                "ur",
                "Asia/Karachi",
                List.of(Channel.IN_APP));

        assertThat(new ObjectMapper()
                        .<JsonNode>valueToTree(person)
                        .get("channels")
                        .toString())
                .isEqualTo("[\"IN_APP\"]");
    }

    @Test
    void nobody_is_named_in_a_log() {
        var person = new Person(
                UUID.fromString("01995778-6000-7000-8000-00000000ad01"),
                "Ayesha Khan",
                "ayesha.khan@health.example",
                "ur",
                "Asia/Karachi",
                null);
        var contact = new Contact("Ayesha Khan", "ayesha.khan@health.example", null, null, null);

        assertThat(person + " " + contact).doesNotContainIgnoringCase("khan");
    }
}
