package org.moutracker.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SamplesTest {

    static Set<String> types() {
        return Contract.samples().keySet();
    }

    static Set<String> released() {
        return Contract.properties("released.properties").keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_has_every_attribute_of_an_event(String type) {
        var sample = sample(type);

        assertThat(sample.path("specversion").asText()).isEqualTo("1.0");
        assertThat(UUID.fromString(sample.path("id").asText()).version()).isEqualTo(7);
        assertThat(sample.path("type").asText()).isEqualTo(type);
        assertThat(sample.path("dataschema").asText()).isEqualTo("/events/" + type);
        assertThat(sample.path("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(Instant.parse(sample.path("time").asText())).isNotNull();
        assertThat(sample.path("sequence").asText()).matches("[0-9]{20}");
        assertThat(sample.path("correlationid").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void its_subject_is_named_by_its_type_and_keys_it(String type) {
        var sample = sample(type);
        var noun = type.split("\\.", -1)[1];
        var data = sample.path("data");
        // What erases its subject has no data to name it.
        var id = data.isNull()
                ? sample.path("partitionkey")
                : noun.equals("calendar") ? data.path("authority") : data.path("id");

        assertThat(sample.path("subject").asText()).isEqualTo(collection(noun) + "/" + id.asText());
        assertThat(sample.path("partitionkey").asText()).isEqualTo(id.asText());
    }

    @Test
    void no_two_samples_are_the_same_event() {
        var samples = Contract.samples().values();

        assertThat(samples).extracting(sample -> sample.path("id").asText()).doesNotHaveDuplicates();
        assertThat(samples)
                .extracting(sample -> sample.path("sequence").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("released")
    void a_released_sample_is_never_edited(String name) throws IOException, NoSuchAlgorithmException {
        var file = Contract.FOLDER.resolve("samples").resolve(name);
        var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

        assertThat(HexFormat.of().formatHex(sum))
                .as("last month's %s must still be read: change it back, and tell what is new by a new type", name)
                .isEqualTo(Contract.properties("released.properties").get(name));
    }

    /** What a noun's subjects are called together, in subjects and in the names of topics. */
    static String collection(String noun) {
        return noun.equals("person") ? "people" : noun.endsWith("y") ? noun.replaceAll("y$", "ies") : noun + "s";
    }

    private static JsonNode sample(String type) {
        return Contract.samples().getOrDefault(type, MissingNode.getInstance());
    }
}
