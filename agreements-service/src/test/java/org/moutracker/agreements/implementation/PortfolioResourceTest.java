package org.moutracker.agreements.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.WorkingGroups;
import org.moutracker.agreements.progress.Training;
import org.moutracker.localstack.TestStack;

@AgreementsTest
class PortfolioResourceTest {

    private final String initiative = "Corridor " + UUID.randomUUID();

    @Test
    void what_agreements_have_in_common_is_counted_as_each_of_them_is() {
        var training = Training.promised();
        patch(training.agreement());
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);
        var other = register(healthMou()).<String>path("id");
        patch(other);
        tellOverdue(training.agreement());

        see("by=INITIATIVE&initiative=" + initiative)
                .body("items.size()", equalTo(1))
                .body("items[0].key", equalTo(initiative.toLowerCase(java.util.Locale.ROOT)))
                .body("items[0].agreements", equalTo(2))
                .body("items[0].inForce", equalTo(2))
                .body("items[0].commitments", equalTo(3))
                .body("items[0].weight", equalTo(4))
                .body("items[0].share", equalTo(0.125f))
                .body("items[0].deadlines.overdue", equalTo(1))
                .body("items[0].stagnant", equalTo(0));
        see("by=COUNTRY&initiative=" + initiative)
                .body("items.key", contains("PK", "PS"))
                .body("items.agreements", contains(2, 2));
        see("by=STATUS&country=PK&area=OPHTHALMOLOGY&initiative=" + initiative).body("items.key", contains("IN_FORCE"));
        see("by=COUNTRY&status=SUSPENDED&initiative=" + initiative).body("items", empty());
    }

    @Test
    void a_share_is_the_one_of_the_implementation_whatever_the_commitments_are() {
        var training = Training.promised();
        patch(training.agreement());
        training.report("PK", "PROGRESS", ", \"value\": 37").then().statusCode(201);
        for (var outcome : new String[] {"PARTIALLY_FULFILLED", "NOT_FULFILLED", "WAIVED"}) {
            training.conclude(outcome, "PK", "PS").then().statusCode(201);
            sameShare(training.agreement(), outcome);
            sending("{\"reason\": \"misread\"}")
                    .post("/api/v1/commitments/" + training.id() + "/corrections")
                    .then()
                    .statusCode(201);
        }
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        sameShare(training.agreement(), "REPORTED_FULFILLED");
        training.confirm("PS").then().statusCode(201);
        sameShare(training.agreement(), "FULFILLED");
    }

    private void sameShare(String agreement, String status) {
        var alone = asRegistrar()
                .get("/api/v1/agreements/" + agreement + "/implementation")
                .then()
                .statusCode(200)
                .body("byStatus." + status, equalTo(1))
                .extract();
        var together = see("by=TYPE&initiative=" + initiative).extract();
        assertThat(number(together.path("items[0].share")))
                .as(status)
                .isEqualByComparingTo(number(alone.path("progress.share")));
        assertThat(number(together.path("items[0].weight")))
                .as(status)
                .isEqualByComparingTo(number(alone.path("progress.weight")));
    }

    @Test
    void drafts_and_what_is_void_are_left_out() {
        var id = register(healthMou()).<String>path("id");
        patch(id);
        sending("{\"reason\": \"another's\"}")
                .post("/api/v1/agreements/" + id + "/voiding")
                .then()
                .statusCode(200);

        see("by=STATUS&initiative=" + initiative).body("items", empty());
    }

    @Test
    void it_is_read_a_page_at_a_time() {
        patch(register(healthMou()).path("id"));

        var first = see("by=COUNTRY&limit=1&initiative=" + initiative)
                .body("items.key", contains("PK"))
                .extract();
        see("by=COUNTRY&limit=1&initiative=" + initiative + "&cursor=" + first.<String>path("next"))
                .body("items.key", contains("PS"))
                .body("next", nullValue());
    }

    @Test
    void who_is_responsible_is_for_the_register_alone() {
        var party = TestStack.token("member", "PK");
        RestAssured.given()
                .auth()
                .oauth2(party)
                .get("/api/v1/portfolio?by=OFFICER")
                .then()
                .statusCode(403);
        asRegistrar().get("/api/v1/portfolio?by=OFFICER").then().statusCode(200);
        asRegistrar().get("/api/v1/portfolio").then().statusCode(400).body("violations[0].field", equalTo("by"));
    }

    private void tellOverdue(String agreement) {
        WorkingGroups.deadline(UUID.randomUUID(), data -> data.put("agreementId", agreement)
                .put("status", "ACTIVE")
                .put("dueAt", "2025-09-16T00:00:00Z")
                .putNull("commitmentId")
                .putNull("metOn"));
        await().atMost(Duration.ofSeconds(20)).until(() -> asRegistrar()
                .get("/api/v1/agreements/" + agreement + "/implementation")
                .path("deadlines.overdue")
                .equals(1));
    }

    private void patch(String id) {
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"initiatives\": [\"%s\"]}".formatted(initiative))
                .patch("/api/v1/agreements/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse see(String query) {
        return asRegistrar().get("/api/v1/portfolio?" + query).then().statusCode(200);
    }

    private static BigDecimal number(Object number) {
        return new BigDecimal(String.valueOf(number));
    }
}
