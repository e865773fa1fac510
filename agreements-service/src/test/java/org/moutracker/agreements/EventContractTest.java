package org.moutracker.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.EventSamples;

/** What this service tells and hears, on the real topics and against the samples that others rely on. */
@AgreementsTest
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_event_told_has_the_shape_of_its_sample() throws IOException {
        var agreement = register(healthMou());
        var id = agreement.<String>path("id");
        var commitment = agreement.<String>path("commitments[0].id");
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"initiatives\": [\"CPEC\"]}")
                .patch("/api/v1/agreements/" + id);
        sending("{\"type\": \"PUBLISHED\", \"occurredOn\": \"2025-09-18\"}")
                .post("/api/v1/agreements/" + id + "/legal-events");
        tellDeadline(commitment, "MET", 1);
        awaitStatus(commitment, "REPORTED_FULFILLED");
        tellDeadline(commitment, "ACTIVE", 2);
        awaitStatus(commitment, "IN_PROGRESS");

        var told = told(List.of(id, commitment), 7);

        assertThat(told.keySet())
                .containsExactlyInAnyOrder(
                        "mou.agreement.signed.v1",
                        "mou.agreement.entered-into-force.v1",
                        "mou.agreement.changed.v1",
                        "mou.agreement.legal-event-recorded.v1",
                        "mou.commitment.opened.v1",
                        "mou.commitment.reported-fulfilled.v1",
                        "mou.commitment.reopened.v1");
        told.forEach((type, data) -> assertThat(shape(data))
                .as(type)
                .isEqualTo(shape(EventSamples.sample(type).get("data"))));
    }

    @Test
    void a_deadline_heard_twice_or_late_changes_nothing() {
        var commitment = register(healthMou()).<String>path("commitments[0].id");
        var deadline = UUID.randomUUID();
        tellDeadline(deadline, commitment, "MET", 5);
        awaitStatus(commitment, "REPORTED_FULFILLED");
        tellDeadline(deadline, commitment, "MET", 5);
        tellDeadline(deadline, commitment, "ACTIVE", 4);
        // Whatever follows it in the same partition is heard after it.
        var other = register(healthMou()).<String>path("commitments[0].id");
        tellDeadline(deadline, other, "MET", 6);
        awaitStatus(other, "REPORTED_FULFILLED");

        asRegistrar()
                .get("/api/v1/commitments/" + commitment)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    private static void awaitStatus(String commitment, String status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> asRegistrar()
                .get("/api/v1/commitments/" + commitment)
                .path("status")
                .equals(status));
    }

    private static final UUID DEADLINE = UUID.randomUUID();

    private static void tellDeadline(String commitment, String status, int sequence) {
        tellDeadline(DEADLINE, commitment, status, sequence);
    }

    private static void tellDeadline(UUID deadline, String commitment, String status, int sequence) {
        var sample = (ObjectNode) EventSamples.sample("mou.deadline.met.v1");
        sample.put("subject", "deadlines/" + deadline)
                .put("partitionkey", deadline.toString())
                .put("sequence", "0001%016d".formatted(sequence));
        ((ObjectNode) sample.get("data")).put("commitmentId", commitment).put("status", status);
        var config = Map.<String, Object>of("bootstrap.servers", TestStack.kafka());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(EventSamples.record("mou.deadlines.state.v1", sample)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, JsonNode> told(List<String> subjects, int expected) {
        var config = new Properties();
        config.put("bootstrap.servers", TestStack.kafka());
        config.put("group.id", UUID.randomUUID().toString());
        config.put("auto.offset.reset", "earliest");
        var told = new HashMap<String, JsonNode>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("mou.agreements.v1", "mou.commitments.v1"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (subjects.contains(record.key())) {
                        var type = new String(
                                record.headers().lastHeader("ce_type").value(),
                                java.nio.charset.StandardCharsets.UTF_8);
                        told.put(type, JSON.readTree(record.value()));
                    }
                }
                return told.size() >= expected;
            });
        }
        return told;
    }

    /** The names of all fields, wherever they are; facts are a map of their own. */
    private static Set<String> shape(JsonNode data) {
        var names = new TreeSet<String>();
        collect("", data, names);
        return names;
    }

    private static void collect(String path, JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(path + field.getKey());
            if (!field.getKey().equals("facts")) {
                collect(path + field.getKey() + ".", field.getValue(), names);
            }
        });
        node.forEach(element -> {
            if (node.isArray()) {
                collect(path, element, names);
            }
        });
    }
}
