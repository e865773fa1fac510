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
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.agreement.AgreementEventTypes;
import org.moutracker.agreements.commitment.CommitmentEvent;
import org.moutracker.agreements.progress.Training;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.testing.EventSamples;

/** What this service tells and hears, on the real topics and against the samples that others rely on. */
@AgreementsTest
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Their samples are kept as they were told first, and what is told today has more.
    private static final Set<String> TOLD_BEFORE = Set.of(
            "mou.agreement.signed.v1",
            "mou.agreement.entered-into-force.v1",
            "mou.agreement.changed.v1",
            "mou.agreement.legal-event-recorded.v1",
            "mou.commitment.opened.v1",
            "mou.commitment.reported-fulfilled.v1",
            "mou.commitment.reopened.v1");

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void every_event_told_has_the_shape_of_its_sample() {
        var registration = healthMou();
        registration.set("term", json("""
                {"period": "P5Y", "renewal": {"period": "P1Y", "times": 1, "objection": "P6M"}, "terminationNotice": "P6M"}
                """));
        ((ObjectNode) registration.at("/commitments/0")).setAll((ObjectNode) json("""
                {"recurrence": {"every": "P6M", "times": 4}, "unless": ["RENEWED"], "areas": ["Ophthalmology"]}
                """));
        var agreement = register(registration);
        var id = agreement.<String>path("id");
        var commitment = agreement.<String>path("commitments[0].id");
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"initiatives\": [\"CPEC\"]}")
                .patch("/api/v1/agreements/" + id);
        record(id, "PUBLISHED", "2025-09-18", "");
        tellDeadline(commitment, "MET", 1);
        awaitStatus(commitment, "REPORTED_FULFILLED");
        tellDeadline(commitment, "ACTIVE", 2);
        awaitStatus(commitment, "IN_PROGRESS");
        var closed = close(registration, "WAIVED");
        var done = close(registration, "FULFILLED");
        var partly = concludedInDispute();
        var not = concludedAfterItsDeadline();
        TestStack.clock().set(Instant.parse("2025-09-22T00:00:00Z"));
        var amended = amend(registration);
        record(id, "SUSPENDED", "2025-09-18", "");
        record(id, "RESUMED", "2025-09-19", "");
        record(id, "TERMINATION_NOTICE_GIVEN", "2025-09-20", ", \"party\": \"PS\"");
        record(id, "TERMINATION_NOTICE_WITHDRAWN", "2025-09-21", "");
        correct(id, "PUBLISHED");
        TestStack.clock().set(Instant.parse("2030-03-18T00:00:00Z"));
        Told.awaitWhatTimeBrings();
        TestStack.clock().set(Instant.parse("2040-01-01T00:00:00Z"));
        Told.awaitWhatTimeBrings();

        var told = new HashMap<String, Set<String>>();
        collect(told, "mou.agreements.v1", id);
        collect(told, "mou.commitments.v1", commitment);
        collect(told, "mou.commitments.v1", closed);
        collect(told, "mou.commitments.v1", done);
        collect(told, "mou.commitments.v1", partly);
        collect(told, "mou.commitments.v1", not);
        collect(told, "mou.agreements.v1", amended.path("id"));
        collect(told, "mou.commitments.v1", amended.path("commitments[0].id"));
        told.put("mou.commitment.silence-changed.v1", toldAndSilent());
        collect(told, "mou.agreements.v1", ended("TERMINATION_NOTICE_GIVEN", "TERMINATED", ", \"party\": \"PS\""));
        collect(told, "mou.agreements.v1", ended(null, "SUPERSEDED", ""));
        collect(told, "mou.agreements.v1", abandoned());
        mistaken(registration).forEach(one -> collect(told, "mou.agreements.v1", one));

        assertThat(told.keySet()).isEqualTo(types());
        told.forEach((type, shape) -> {
            var sample = shape(EventSamples.sample(type).get("data"));
            if (TOLD_BEFORE.contains(type)) {
                assertThat(shape).as(type).containsAll(sample);
                assertThat(fullest(type)).as(type).containsAll(shape);
            } else {
                assertThat(withoutElementsOf(shape, sample)).as(type).isEqualTo(sample);
            }
        });
    }

    /** What was suspended before is told in a list that is empty in most samples: its elements are compared elsewhere. */
    private static Set<String> withoutElementsOf(Set<String> shape, Set<String> sample) {
        var list = "suspensions";
        var isEmpty = sample.contains(list) && sample.stream().noneMatch(field -> field.startsWith(list + "."));
        return shape.stream()
                .filter(field -> !isEmpty || !field.startsWith(list + "."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> types() {
        var types = new TreeSet<>(EventSamples.typesOf(CommitmentEvent.class, "commitment"));
        types.addAll(AgreementEventTypes.all());
        return types;
    }

    /** Everything that any sample of the same subject has. */
    private static Set<String> fullest(String type) {
        var all = new TreeSet<String>();
        types().stream()
                .filter(other -> other.split("\\.", -1)[1].equals(type.split("\\.", -1)[1]))
                .forEach(other -> all.addAll(shape(EventSamples.sample(other).get("data"))));
        return all;
    }

    private static String ended(@Nullable String first, String last, String more) {
        var registration = healthMou();
        registration.set("term", json("""
                {"period": "P5Y", "renewal": {"period": "P1Y", "times": 1, "objection": "P6M"}, "terminationNotice": "P6M"}
                """));
        var id = register(registration).<String>path("id");
        if (first != null) {
            record(id, first, "2025-09-18", more);
        }
        record(id, last, "2025-09-18", "");
        return id;
    }

    /** A commitment that a group has closed. */
    private static String close(ObjectNode registration, String as) {
        var other = registration.deepCopy();
        other.put("reference", UUID.randomUUID().toString());
        var commitment = register(other).<String>path("commitments[0].id");
        Decided.fresh().tell("ADOPTED", Decided.close(commitment, as));
        awaitStatus(commitment, as);
        return commitment;
    }

    private static String concludedInDispute() {
        var training = Training.promised();
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        training.dispute("PS").then().statusCode(201);
        training.conclude("PARTIALLY_FULFILLED", "PK", "PS").then().statusCode(201);
        return training.id();
    }

    /** What is told of a commitment when a side was told that it is reported fulfilled. */
    private static Set<String> toldAndSilent() {
        var training = Training.wherePeopleMayBeSilent();
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        training.tell("PS").then().statusCode(201);
        return Told.of("mou.commitments.v1", training.id()).stream()
                .filter(event -> event.type().equals("mou.commitment.silence-changed.v1"))
                .map(event -> shape(event.state()))
                .findFirst()
                .orElseThrow();
    }

    private static String concludedAfterItsDeadline() {
        var training = Training.promised();
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);
        tellDeadline(UUID.randomUUID(), training.id(), "MET", 1);
        awaitStatus(training.id(), "REPORTED_FULFILLED");
        training.confirm("PK").then().statusCode(201);
        training.dispute("PS").then().statusCode(201);
        training.conclude("NOT_FULFILLED", "PK", "PS").then().statusCode(201);
        return training.id();
    }

    private static String abandoned() {
        var registration = healthMou();
        ((ObjectNode) registration.get("entryIntoForce"))
                .put("kind", "LAST_NOTIFICATION")
                .put("then", "P30D");
        var id = register(registration).<String>path("id");
        record(id, "ABANDONED", "2025-09-18", "");
        return id;
    }

    /** One that was void for a while, and one that was merged into it. */
    private static List<String> mistaken(ObjectNode registration) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            var other = registration.deepCopy();
            other.put("reference", UUID.randomUUID().toString());
            ids.add(register(other).path("id"));
        }
        var reason = "{\"reason\": \"registered by mistake\"}";
        var one = "/api/v1/agreements/" + ids.getFirst();
        sending(reason).post(one + "/voiding").then().statusCode(200);
        sending(reason).post(one + "/reinstatement").then().statusCode(200);
        sending("{\"into\": \"%s\", \"reason\": \"registered twice\"}".formatted(ids.getFirst()))
                .post("/api/v1/agreements/" + ids.getLast() + "/merger")
                .then()
                .statusCode(200);
        return ids;
    }

    private static void record(String id, String type, String on, String more) {
        sending("{\"type\": \"%s\", \"occurredOn\": \"%s\"%s}".formatted(type, on, more))
                .post("/api/v1/agreements/" + id + "/legal-events")
                .then()
                .statusCode(201);
    }

    private static Response amend(ObjectNode registration) {
        var other = registration.deepCopy();
        other.put("reference", UUID.randomUUID().toString());
        // So that nothing else happens to it in all the years to come.
        other.remove("term");
        var agreement = register(other);
        sending("""
                {"title": {"en": "First"}, "instrument": "EXCHANGE_OF_LETTERS",
                 "changes": {"term": {"terminationNotice": "P7M"}, "commitments": {"C-01": {"title": "Establish the group"}}},
                 "consents": [{"party": "PK", "on": "2025-09-20"}, {"party": "PS", "on": "2025-09-20"}]}
                """).post(agreement.header("Location") + "/amendments").then().statusCode(201);
        return agreement;
    }

    private static void correct(String id, String type) {
        var events = "/api/v1/agreements/" + id + "/legal-events";
        var line = asRegistrar().get(events).<String>path("items.find { it.type == '%s' }.id".formatted(type));
        sending("{\"occurredOn\": \"2025-09-19\", \"reason\": \"misread\"}")
                .post(events + "/" + line + "/corrections")
                .then()
                .statusCode(201);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Map<String, Set<String>> told, String topic, String subject) {
        Told.of(topic, subject).forEach(event -> told.computeIfAbsent(event.type(), type -> new TreeSet<>())
                .addAll(shape(event.state())));
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

    @Test
    void a_watch_for_stagnation_says_nothing_of_its_commitment() {
        var watched = register(healthMou()).<String>path("commitments[0].id");
        var other = register(healthMou()).<String>path("commitments[0].id");
        var deadline = UUID.randomUUID();

        tellDeadline(deadline, "STAGNATION", watched, "MET", 1);
        tellDeadline(deadline, other, "MET", 2);

        awaitStatus(other, "REPORTED_FULFILLED");
        asRegistrar().get("/api/v1/commitments/" + watched).then().header("ETag", "\"1\"");
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

    private static void tellDeadline(UUID deadline, String commitment, String status, int version) {
        tellDeadline(deadline, "ESTABLISHMENT", commitment, status, version);
    }

    private static void tellDeadline(UUID deadline, String kind, String commitment, String status, int version) {
        WorkingGroups.deadline(deadline, version, data -> data.put("kind", kind)
                .put("commitmentId", commitment)
                .put("status", status));
    }

    // What stands below these is another with every agreement.
    private static final Set<String> ANYTHING = Set.of("facts", "rule", "from", "to");

    /** The names of all fields, wherever they are. */
    private static Set<String> shape(JsonNode data) {
        var names = new TreeSet<String>();
        collect("", data, names);
        return names;
    }

    private static void collect(String path, JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(path + field.getKey());
            if (!ANYTHING.contains(field.getKey())) {
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
