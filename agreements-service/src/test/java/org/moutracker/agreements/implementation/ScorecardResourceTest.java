package org.moutracker.agreements.implementation;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.cancerLaboratory;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.WorkingGroups;
import org.moutracker.agreements.progress.Training;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

@AgreementsTest
class ScorecardResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Instant morning = TestStack.clock().instant();
    private final UUID deadline = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @Test
    void what_was_promised_is_followed_and_seen_again_as_it_was_at_any_instant() {
        var training = Training.promised();
        var id = training.agreement();
        var established =
                asRegistrar().get("/api/v1/agreements/" + id).<String>path("commitments.find { it.code == 'C-01' }.id");
        tellGroup(id, "MANDATED", data -> {
            data.putNull("establishedOn");
            data.withArray("missing").addObject().put("side", "PS").put("what", "CO_CHAIR");
        });
        tellDeadline(id, established, "ACTIVE", data -> data.putNull("metOn"));
        awaitDeadlines(id, "open", 1);

        see(id, "")
                .body("status", equalTo("IN_FORCE"))
                .body("progress.share", equalTo(0))
                .body("progress.weight", equalTo(3))
                .body("byStatus.OPEN", equalTo(2))
                .body("bySide.side", contains("PK", "PS"))
                .body("bySide[1].byStatus.OPEN", equalTo(1))
                .body("workingGroups[0].status", equalTo("MANDATED"))
                .body("workingGroups[0].missing", equalTo(1))
                .body("lastActivity.on", equalTo("2025-09-17"))
                .body("commitments[0].nextDue", equalTo("2025-10-17"));

        at("2025-10-14T06:30:00Z");
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);

        at("2025-10-18T00:00:00Z");
        see(id, "")
                .body("deadlines.overdue", equalTo(1))
                .body("overdue[0].kind", equalTo("ESTABLISHMENT"))
                .body("overdue[0].lastDay", equalTo("2025-10-17"))
                .body("commitments[1].share", equalTo(0.25f))
                .body("progress.share", equalTo(0.1667f));

        at("2025-10-20T08:00:00Z");
        tellGroup(id, "CONSTITUTED", data -> data.put("establishedOn", "2025-10-20"));
        tellDeadline(id, established, "MET", data -> data.put("metOn", "2025-10-20"));
        awaitDeadlines(id, "metLate", 1);

        see(id, "")
                .body("overdue", empty())
                .body("byStatus.REPORTED_FULFILLED", equalTo(1))
                .body("progress.share", equalTo(0.1667f))
                .body("progress.reportedShare", equalTo(0.5f))
                .body("workingGroups[0].status", equalTo("CONSTITUTED"))
                .body("workingGroups[0].missing", equalTo(0))
                .body("lastActivity.on", equalTo("2025-10-20"))
                .body(
                        "commitments[0].because",
                        equalTo(
                                "reported fulfilled by a deadline that was met, not confirmed yet: nothing was reported"));

        see(id, "2025-10-18T00:00:00Z")
                .body("asOf", equalTo("2025-10-18T00:00:00Z"))
                .body("deadlines.overdue", equalTo(1))
                .body("byStatus.IN_PROGRESS", equalTo(1))
                .body("byStatus.OPEN", equalTo(1))
                .body("commitments[1].because", equalTo("30 of 120 persons by the report for 2025-09-17"))
                .body("workingGroups[0].status", equalTo("MANDATED"));
        see(id, "2025-10-01T00:00:00Z")
                .body("deadlines.open", equalTo(1))
                .body("byStatus.OPEN", equalTo(2))
                .body("commitments[1].share", equalTo(0))
                .body("status", equalTo("IN_FORCE"));
    }

    @Test
    void the_same_state_told_again_is_the_same() {
        var id = register(healthMou()).<String>path("id");
        Consumer<ObjectNode> fifth = data -> data.putNull("metOn").put("version", 5);
        tellDeadline(id, UUID.randomUUID().toString(), "ACTIVE", fifth);
        awaitDeadlines(id, "open", 1);
        tellDeadline(id, UUID.randomUUID().toString(), "ACTIVE", fifth.andThen(data -> data.putNull("lastDay")));
        // Whatever follows in the same partition is heard after it.
        var other = register(healthMou()).<String>path("id");
        WorkingGroups.deadline(deadline, data -> data.put("agreementId", other).put("version", 6));
        awaitDeadlines(other, "metInTime", 1);

        see(id, "").body("deadlines.open", equalTo(0));
        see(id, morning.toString()).body("deadlines.open", equalTo(0));
    }

    @Test
    void of_an_agreement_without_deadlines_or_groups_what_there_is_is_shown() {
        var id = register(cancerLaboratory()).<String>path("id");

        see(id, "")
                .body("deadlines.open", equalTo(0))
                .body("workingGroups", empty())
                .body("stagnation.since", nullValue())
                .body("commitments.because", everyItem(equalTo("nothing was reported")));
    }

    @Test
    void an_instant_must_lie_between_the_registration_and_now() {
        var id = register(healthMou()).<String>path("id");
        refused(id, "2199-01-01T00:00:00Z", "must not be in the future");
        refused(id, "2025-09-17T06:59:59Z", "must not be before the registration, 2025-09-17T07:00:00Z");
        asRegistrar()
                .queryParam("asOf", "yesterday")
                .get("/api/v1/agreements/" + id + "/implementation")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("asOf"));
        asRegistrar()
                .get("/api/v1/agreements/" + UUID.randomUUID() + "/implementation")
                .then()
                .statusCode(404);
    }

    private static void refused(String id, String asOf, String message) {
        asRegistrar()
                .queryParam("asOf", asOf)
                .get("/api/v1/agreements/" + id + "/implementation")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("asOf"))
                .body("violations[0].message", equalTo(message));
    }

    private static ValidatableResponse see(String id, String asOf) {
        var request = asRegistrar();
        return (asOf.isEmpty() ? request : request.queryParam("asOf", asOf))
                .get("/api/v1/agreements/" + id + "/implementation")
                .then()
                .statusCode(200);
    }

    private static void awaitDeadlines(String id, String outcome, int count) {
        await().atMost(PATIENCE)
                .until(() -> requireNonNull(see(id, "").extract().<Integer>path("deadlines." + outcome)) == count);
    }

    private void tellDeadline(String agreement, String commitment, String status, Consumer<ObjectNode> change) {
        WorkingGroups.deadline(deadline, data -> {
            data.put("agreementId", agreement).put("commitmentId", commitment).put("status", status);
            change.accept(data);
        });
    }

    private void tellGroup(String agreement, String status, Consumer<ObjectNode> change) {
        WorkingGroups.group(group, data -> {
            data.put("status", status);
            data.putArray("agreements").add(agreement);
            change.accept(data);
        });
    }

    private static void at(String instant) {
        TestStack.clock().set(Instant.parse(instant));
    }
}
