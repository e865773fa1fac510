package org.moutracker.notifications.nocontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class NoContactApiTest {

    private static final String WHY = "Note verbale 31/2025: all correspondence through the embassy";

    @Test
    void of_a_side_that_is_marked_nobody_is_told_until_it_is_lifted_and_the_other_is_told_as_before() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        var mark = mark(side(story, "PS"));
        story.settle();

        assertThat(story.alerts()).containsExactly("PK T-14 plan 1 ACTIVE", "PS T-14 plan 1 ENDED CANCELLED");
        plan(story)
                .body("notTold.recipient.party", contains("PS"))
                .body("notTold.recipient.id", contains(nullValue()))
                .body(
                        "notTold.because",
                        contains("NO_CONTACT since 2025-10-03T04:00:00Z: nobody of this side is told anything"))
                .body("steps.recipients.flatten().party", not(org.hamcrest.Matchers.hasItem("PS")));
        assertThat(story.at("2025-10-10T04:00:00Z").post()).hasSize(3).endsWith("ayesha T-7");
        story.tell("deadline.rescheduled");
        assertThat(story.afterAWhile().post()).hasSize(4).endsWith("ayesha Moved");

        lift(mark).statusCode(200).body("liftedAt", equalTo("2025-10-10T04:00:00Z"));
        story.settle();
        plan(story).body("notTold", hasSize(0));
        assertThat(story.at("2025-10-17T04:00:00Z").post()).hasSize(6).contains("zuhair T-14", "ayesha T-14");
    }

    @Test
    void who_may_be_told_again_hears_the_latest_step_that_has_come_meanwhile() {
        var story = Story.begin().withEverybody();
        var mark = mark(side(story, "PS"));
        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
        assertThat(story.post()).containsExactly("ayesha T-14", "ayesha T-7");

        lift(mark).statusCode(200);
        story.settle();

        assertThat(story.post()).hasSize(3).endsWith("zuhair T-7");
    }

    @Test
    void an_organization_is_marked_wherever_it_stands_also_by_the_id_with_which_it_was_registered() {
        for (var by : new String[] {"0102", "0a01"}) {
            var story = Story.begin().withEverybody();
            story.tell("agreement.entered-into-force", agreement -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                            agreement.at("/parties/1/organization"))
                    .put("registeredAs", story.id("0a01")));
            story.tell("organization.merged", organization -> organization.put("mergedInto", story.id("0102")));

            mark("{\"organizationId\": \"%s\", \"reason\": \"%s\"}".formatted(story.id(by), WHY));

            assertThat(story.at("2025-10-03T04:00:00Z").post()).containsExactly("ayesha T-14");
        }
    }

    @Test
    void a_mark_says_who_made_and_lifted_it_and_why() {
        var story = Story.begin().withEverybody();
        var mark = mark(side(story, "PS"));

        lift(mark).statusCode(200);

        asRegistrar()
                .get("/api/v1/no-contact/{id}", mark)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("side", equalTo("PS"))
                .body("history.what", contains("MARKED", "LIFTED"))
                .body("history.reason", contains(WHY, "They write again"))
                .body("history[0].by", org.hamcrest.Matchers.containsString("registrar"));
        lift(mark).statusCode(409);
        mark(side(story, "PS"));
        asRegistrar()
                .get("/api/v1/no-contact?agreement={id}", story.id("a001"))
                .then()
                .body("items", hasSize(2))
                .body("items.liftedAt[0]", nullValue());
        asRegistrar()
                .get("/api/v1/no-contact?agreement={id}&standing=false", story.id("a001"))
                .then()
                .body("items.id", contains(mark));
        asRegistrar()
                .get("/api/v1/no-contact?organization={id}&standing=true", story.id("0102"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void marks_are_read_page_by_page_the_latest_first() {
        var story = Story.begin().withEverybody();
        var first = mark(side(story, "PS"));
        var second = mark(side(story, "PK"));

        var page = asRegistrar()
                .get("/api/v1/no-contact?agreement={id}&limit=1", story.id("a001"))
                .then()
                .statusCode(200)
                .body("items.id", contains(second))
                .extract();
        asRegistrar()
                .get("/api/v1/no-contact?agreement={id}&limit=1&cursor=" + page.path("next"), story.id("a001"))
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
    }

    @Test
    void the_same_is_not_marked_twice_at_once_and_a_repeated_request_marks_once() {
        var story = Story.begin().withEverybody();
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            post(side(story, "PS"), key).statusCode(201);
        }
        post(side(story, "PS"), UUID.randomUUID().toString())
                .statusCode(409)
                .body("detail", equalTo("side PS of this agreement is marked already"));
        var organization = "{\"organizationId\": \"%s\", \"reason\": \"%s\"}".formatted(story.id("0102"), WHY);
        mark(organization);
        post(organization, UUID.randomUUID().toString()).statusCode(409);
    }

    @Test
    void a_stale_version_is_not_lifted() {
        var story = Story.begin().withEverybody();
        var mark = mark(side(story, "PS"));

        asRegistrar()
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body("{\"reason\": \"They write again\"}")
                .post("/api/v1/no-contact/{id}/lifting", mark)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"x\"} | agreementId",
                "{\"agreementId\": \"AGREEMENT\", \"reason\": \"x\"} | side",
                "{\"agreementId\": \"AGREEMENT\", \"side\": \"XX\", \"reason\": \"x\"} | side",
                "{\"agreementId\": \"NOBODY\", \"side\": \"PS\", \"reason\": \"x\"} | agreementId",
                "{\"organizationId\": \"NOBODY\", \"reason\": \"x\"} | organizationId",
                "{\"organizationId\": \"NOBODY\", \"side\": \"PS\", \"reason\": \"x\"} | organizationId",
                "{\"agreementId\": \"AGREEMENT\", \"side\": \"PS\", \"reason\": \" \"} | reason",
                "{\"agreementId\": \"AGREEMENT\", \"side\": \"PS\", \"reason\": \"x\", \"until\": \"x\"} | until"
            })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        var story = Story.begin().withEverybody();

        post(
                        body.replace("AGREEMENT", story.id("a001"))
                                .replace("NOBODY", UUID.randomUUID().toString()),
                        UUID.randomUUID().toString())
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void whom_one_does_not_talk_to_is_not_shown_to_people_of_a_party() {
        var story = Story.begin().withEverybody();
        var mark = mark(side(story, "PS"));
        var member = TestStack.token("secretary", "PK");

        asRegistrar().auth().oauth2(member).get("/api/v1/no-contact").then().statusCode(403);
        asRegistrar()
                .auth()
                .oauth2(member)
                .get("/api/v1/no-contact/" + mark)
                .then()
                .statusCode(403);
        asRegistrar()
                .auth()
                .oauth2(member)
                .contentType("application/json")
                .body(side(story, "PK"))
                .post("/api/v1/no-contact")
                .then()
                .statusCode(403);
        asRegistrar()
                .auth()
                .oauth2(member)
                .contentType("application/json")
                .body("{\"reason\": \"They write again\"}")
                .post("/api/v1/no-contact/{id}/lifting", mark)
                .then()
                .statusCode(403);
        anonymous().get("/api/v1/no-contact").then().statusCode(401);
        asRegistrar().get("/api/v1/no-contact/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static String side(Story story, String side) {
        return "{\"agreementId\": \"%s\", \"side\": \"%s\", \"reason\": \"%s\"}".formatted(story.id("a001"), side, WHY);
    }

    private static String mark(String body) {
        return post(body, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(String body, String key) {
        return asRegistrar()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/no-contact")
                .then();
    }

    private static ValidatableResponse lift(String mark) {
        return asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"They write again\"}")
                .post("/api/v1/no-contact/{id}/lifting", mark)
                .then();
    }

    private static ValidatableResponse plan(Story story) {
        return asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200);
    }
}
