package org.moutracker.notifications.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.Api;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.platform.testing.AccessMatrix;

/** Ayesha Khan sits for Pakistan, Zuhair Zaid for Palestine. */
@NotificationsTest
class OwnThingsTest {

    private static final String T14 = "2025-10-03T04:00:00Z";

    private static RequestSpecification as(String token) {
        return Api.anonymous().auth().oauth2(token);
    }

    private static RequestSpecification ayesha(Story story) {
        return as(TestStack.memberToken(story.mailbox("ayesha")));
    }

    private static RequestSpecification zuhair(Story story) {
        return as(TestStack.memberToken(story.mailbox("zuhair")));
    }

    private static Story told() {
        return Story.begin().withEverybody().at(T14);
    }

    @Test
    void everybody_reads_the_own_inbox_and_learns_of_no_other() {
        var story = told();
        var inbox = "/api/v1/recipients/{id}/inbox";

        ayesha(story).get(inbox, story.id("f001")).then().statusCode(200).body("items", hasSize(1));
        ayesha(story)
                .get(inbox, story.id("f002"))
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no such recipient"));
        as(TestStack.token("secretary", "PK"))
                .get(inbox, story.id("f001"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_member_marks_the_own_alerts_as_read_and_says_the_own_wishes() {
        var story = told();

        ayesha(story)
                .post("/api/v1/recipients/{id}/inbox/read-all", story.id("f001"))
                .then()
                .statusCode(200)
                .body("marked", equalTo(1));
        ayesha(story)
                .post("/api/v1/recipients/{id}/inbox/read-all", story.id("f002"))
                .then()
                .statusCode(404);
        ayesha(story)
                .get("/api/v1/recipients/{id}/preferences", story.id("f001"))
                .then()
                .statusCode(200);
        ayesha(story)
                .get("/api/v1/recipients/{id}/preferences", story.id("f002"))
                .then()
                .statusCode(404);
    }

    @Test
    void lists_show_a_member_the_own_things() {
        var story = told();

        ayesha(story).get("/api/v1/recipients").then().body("items.id", contains(story.id("f001")));
        ayesha(story)
                .get("/api/v1/alerts?agreement=" + story.id("a001"))
                .then()
                .body("items", hasSize(1))
                .body("items.recipient.id", everyItem(equalTo(story.id("f001"))));
        assertThat(Api.asRegistrar()
                        .get("/api/v1/alerts?agreement=" + story.id("a001"))
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
    }

    @Test
    void a_member_answers_for_nobody_else() {
        var story = told();
        var alerts = "/api/v1/alerts?recipient=";
        var own = Api.asRegistrar().get(alerts + story.id("f001")).<String>path("items[0].id");
        var other = Api.asRegistrar().get(alerts + story.id("f002")).<String>path("items[0].id");

        ayesha(story).get("/api/v1/alerts/" + other).then().statusCode(404);
        ayesha(story).post("/api/v1/alerts/{id}/acknowledgement", other).then().statusCode(404);
        ayesha(story)
                .contentType("application/json")
                .body("{\"by\": \"" + story.id("f002") + "\"}")
                .post("/api/v1/alerts/{id}/acknowledgement", own)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("by"));
        ayesha(story).post("/api/v1/alerts/{id}/acknowledgement", own).then().statusCode(201);
    }

    @Test
    void a_member_subscribes_to_the_own_calendar() {
        var story = told();

        feed(ayesha(story), "person", story.id("f002")).then().statusCode(400);
        feed(ayesha(story), "workingGroup", story.id("e001")).then().statusCode(400);
        var own = feed(ayesha(story), "person", story.id("f001"));
        own.then().statusCode(201);
        feed(zuhair(story), "person", story.id("f002")).then().statusCode(201);
        ayesha(story).get("/api/v1/calendar-feeds").then().body("items.person", contains(story.id("f001")));
        zuhair(story)
                .delete("/api/v1/calendar-feeds/" + own.<String>path("id"))
                .then()
                .statusCode(404);
        ayesha(story)
                .delete("/api/v1/calendar-feeds/" + own.<String>path("id"))
                .then()
                .statusCode(204);
    }

    private static Response feed(RequestSpecification who, String field, String id) {
        return who.contentType("application/json")
                .body("{\"" + field + "\": \"" + id + "\"}")
                .post("/api/v1/calendar-feeds");
    }

    @Test
    void no_answer_tells_the_other_side_of_what_is_internal() throws IOException {
        var story = Story.begin();
        story.withTheGroup();
        var secret = "SECRET " + UUID.randomUUID();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK").put("title", secret);
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at(T14);
        var alert = as(TestStack.token("secretary", "PK"))
                .get("/api/v1/alerts?deadline=" + story.id("d001"))
                .<String>path("items[0].id");
        assertThat(alert).isNotNull();
        ayesha(story).get("/api/v1/alerts/" + alert).then().statusCode(200);
        var things = Map.of("alerts", alert, "recipients", story.id("f001"), "deadlineId", story.id("d001"));
        var secrets = List.of(secret, story.id("d001"), alert);
        var matrix = new AccessMatrix(
                Path.of(requireNonNull(System.getProperty("mou.root")), "notifications-service/openapi.yaml"));

        for (var role : List.of("registrar", "officer", "secretary", "operator", "integration")) {
            for (var token : List.of(TestStack.token(role), TestStack.token(role, "PS"), TestStack.token(role, "CN"))) {
                matrix.assertUntold(token, things, secrets);
                matrix.assertLikeUnknown(token, "alerts", alert);
            }
        }
        matrix.assertUntold(TestStack.memberToken(story.mailbox("zuhair")), things, secrets);
        matrix.assertLikeUnknown(TestStack.memberToken(story.mailbox("zuhair")), "alerts", alert);
    }
}
