package org.moutracker.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {

    private static final JsonNode DOCUMENT = Contract.asyncApi();
    private static final JsonNode MESSAGES = DOCUMENT.at("/components/messages");
    private static final Schemas OPEN = Schemas.open(DOCUMENT);
    private static final Schemas CLOSED = Schemas.closed(DOCUMENT);
    private static final Set<String> OF_SOME_GROUPS = Set.of(
            "commitmentId",
            "parent",
            "terms",
            "firstMetOn",
            "lastMetOn",
            "dormantBecause",
            "dormantOn",
            "grounds",
            "chair",
            "endedOn");
    // Most commitments have no rule, nothing is measured, and nobody has reported on a new one.
    private static final Set<String> OF_SOME_COMMITMENTS = Set.of(
            "rule",
            "target",
            "weight",
            "dependsOn",
            "positions",
            "reached",
            "lastReportedOn",
            "confirmationBySilence",
            "silence");
    // Most alerts are neither acknowledged nor snoozed.
    private static final Set<String> OF_SOME_ALERTS = Set.of("until");
    private static final String DEAD_LETTER = "mou.dead-letter.kept.v1";

    static Set<String> types() {
        return Contract.samples().keySet();
    }

    @Test
    void every_sample_is_a_message_and_every_message_has_a_sample() {
        var messages = names(MESSAGES);
        // What cannot be handled has no shape of its own.
        messages.remove(DEAD_LETTER);

        assertThat(messages).isEqualTo(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_message_is_called_by_its_type_and_shows_its_sample(String type) {
        assertThat(MESSAGES.path(type).path("name").asText()).isEqualTo(type);
        assertThat(MESSAGES.path(type).at("/examples/0/payload/$ref").asText())
                .isEqualTo("./samples/" + type + ".json#/data");
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_samples_data_is_as_the_schema_says(String type) {
        assertThat(OPEN.errors(payload(type), data(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_of_a_sample_is_described(String type) {
        assertThat(CLOSED.errors(payload(type), data(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_sample_that_misses_a_field_is_refused(String type) {
        for (var field : names(data(type))) {
            var without = ((ObjectNode) data(type)).deepCopy().without(field);
            if (!mayBeLeftOut(type, field)) {
                assertThat(OPEN.errors(payload(type), without)).as(field).isNotEmpty();
            }
        }
    }

    private static boolean mayBeLeftOut(String type, String field) {
        return (type.startsWith("mou.alert.") && OF_SOME_ALERTS.contains(field))
                || (type.startsWith("mou.commitment.") && OF_SOME_COMMITMENTS.contains(field))
                || (type.startsWith("mou.working-group.") && OF_SOME_GROUPS.contains(field));
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_attributes_of_a_sample_are_as_the_headers_say(String type) {
        var headers = new ObjectMapper().createObjectNode();
        Contract.samples().getOrDefault(type, headers).properties().forEach(attribute -> {
            switch (attribute.getKey()) {
                case "data" -> {}
                case "datacontenttype" -> headers.set("content-type", attribute.getValue());
                default -> headers.set("ce_" + attribute.getKey(), attribute.getValue());
            }
        });

        assertThat(CLOSED.errors("#/components/schemas/Headers", headers)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_travels_on_the_topic_of_its_subject_and_its_source_sends_it(String type) {
        var sample = Contract.samples().getOrDefault(type, DOCUMENT);
        var topic = "mou.%s.v1".formatted(SamplesTest.collection(type.split("\\.", -1)[1]));
        var channel = channels().get(topic);

        assertThat(channel).as(topic).isNotNull();
        assertThat(names(DOCUMENT.at("/channels/" + channel + "/messages"))).contains(type);
        var source = sample.path("source").asText().substring(1);
        if (topic.equals("mou.people.v1")) {
            // Each service has persons of its own, and both are told in the same way.
            assertThat(senders(String.valueOf(channel)))
                    .containsExactlyInAnyOrder("agreements-service", "working-group-service");
        } else {
            assertThat(senders(String.valueOf(channel))).containsExactly(source);
        }
    }

    @Test
    void every_topic_is_a_channel_with_the_same_settings() {
        var channels = new TreeMap<String, String>();
        channels().forEach((address, key) -> channels.put(address, policy(DOCUMENT.at("/channels/" + key))));

        assertThat(channels).isEqualTo(new TreeMap<>(Contract.properties("topics.properties")));
    }

    @Test
    void whatever_a_channel_or_an_operation_names_is_there() {
        for (var reference : DOCUMENT.findValuesAsText("$ref")) {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                var sample = reference.substring(reference.lastIndexOf('/', reference.indexOf('#')) + 1);
                assertThat(Contract.sampleFiles()).containsKey(sample.substring(0, sample.indexOf('#')));
            }
        }
    }

    @Test
    void the_catalogue_lists_every_topic_and_every_type() {
        var catalogue = Contract.read("README.md");

        assertThat(Contract.properties("topics.properties").keySet())
                .allSatisfy(topic -> assertThat(catalogue).contains("`" + topic + "`"));
        assertThat(names(MESSAGES)).allSatisfy(type -> assertThat(catalogue).contains("`" + type + "`"));
    }

    private static Map<String, String> channels() {
        var channels = new TreeMap<String, String>();
        DOCUMENT.path("channels")
                .properties()
                .forEach(channel ->
                        channels.put(channel.getValue().path("address").asText(), channel.getKey()));
        return channels;
    }

    private static Set<String> senders(String channel) {
        return StreamSupport.stream(DOCUMENT.path("operations").spliterator(), false)
                .filter(operation -> operation.path("action").asText().equals("send"))
                .filter(operation -> operation.at("/channel/$ref").asText().equals("#/channels/" + channel))
                .map(operation -> operation.at("/tags/0/name").asText())
                .collect(toSet());
    }

    /** As topics.properties says it. */
    private static String policy(JsonNode channel) {
        var settings = channel.at("/bindings/kafka/topicConfiguration");
        var cleanup = settings.at("/cleanup.policy/0").asText();
        return settings.has("retention.ms")
                ? cleanup + " "
                        + Duration.ofMillis(settings.get("retention.ms").asLong())
                                .toDays()
                : cleanup;
    }

    private static String payload(String type) {
        return MESSAGES.path(type).at("/payload/$ref").asText();
    }

    private static JsonNode data(String type) {
        return Contract.samples().getOrDefault(type, DOCUMENT).path("data");
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
