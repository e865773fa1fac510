package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class AlertApiTest {

    @Test
    void an_alert_is_shown_with_its_recipient_messages_and_reason_and_without_his_address() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");

        var id = asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}", story.id("d001"), story.id("f001"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .body("items[0].step", equalTo("T-14"))
                .body("items[0].fireAt", equalTo("2025-10-03T04:00:00Z"))
                .body("items[0].recipient.name", equalTo("Ayesha Khan"))
                .body("items[0].deliveries[0].channel", equalTo("MAIL"))
                .body("items[0].deliveries[0].state", equalTo("ACCEPTED"))
                .body("items[0].deliveries[0].attempts.outcome", contains("ACCEPTED"))
                .body("items[0].reason.link", contains("EVENT", "BASIS", "RULE", "CALENDAR", "DATE"))
                .extract()
                .<String>path("items[0].id");
        asRegistrar()
                .get("/api/v1/alerts/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body(not(containsString("@")));
    }

    @Test
    void what_is_internal_to_a_side_is_told_and_shown_to_that_side_alone() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at("2025-10-03T04:00:00Z");
        assertThat(story.post()).containsExactly("ayesha T-14");

        var list = "/api/v1/alerts?deadline=" + story.id("d001");
        var id = as("PK").get(list).then().body("items", hasSize(1)).extract().<String>path("items[0].id");
        as("PK").get("/api/v1/alerts/" + id).then().statusCode(200);
        as("PK").get("/api/v1/alert-plans/" + story.id("d001")).then().statusCode(200);
        as("PS").get(list).then().body("items", hasSize(0));
        as("PS").get("/api/v1/alerts/" + id).then().statusCode(404);
        as("PS").get("/api/v1/alert-plans/" + story.id("d001")).then().statusCode(404);
        asRegistrar().get(list).then().body("items", hasSize(0));
    }

    private static RequestSpecification as(String party) {
        return asRegistrar().auth().oauth2(TestStack.token("secretary", party));
    }

    @Test
    void a_list_is_read_page_by_page_newest_first() {
        var story = Story.begin().withEverybody();
        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z").at("2025-10-17T04:00:00Z");
        var seen = new HashSet<String>();
        var cursor = "";
        for (var pages = 0; cursor != null; pages++) {
            assertThat(pages).isLessThan(4);
            var page = asRegistrar()
                    .get("/api/v1/alerts?agreement={id}&limit=2" + cursor, story.id("a001"))
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void a_list_shows_only_what_was_asked_for() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        story.tell("deadline.met");

        asRegistrar()
                .get("/api/v1/alerts?deadline={id}&state=ENDED", story.id("d001"))
                .then()
                .body("items.endedBecause", everyItem(equalTo("SATISFIED")))
                .body("items", hasSize(2));
        asRegistrar()
                .get("/api/v1/alerts?deadline={id}&state=ACTIVE", story.id("d001"))
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOUD, state",
        "deadline=7, deadline",
        "limit=0, limit",
        "limit=many, limit",
        "cursor=x, cursor",
        "deadlines=7, deadlines"
    })
    void what_cannot_be_meant_is_refused_and_named(String query, String field) {
        asRegistrar().get("/api/v1/alerts?" + query).then().statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void nobody_reads_without_a_token_and_what_is_not_there_is_not_found() {
        anonymous().get("/api/v1/alerts").then().statusCode(401);
        var nobody = "01995778-5a80-7000-8000-0000000000ff";
        asRegistrar().get("/api/v1/alerts/{id}", nobody).then().statusCode(404);
        asRegistrar().get("/api/v1/alert-plans/{id}", nobody).then().statusCode(404);
    }

    @Test
    void a_plan_shows_what_is_still_to_come_and_whom_it_cannot_reach() {
        var story = Story.begin();
        story.tell("agreement.entered-into-force");
        story.tell("person.changed");
        story.tell("working-group.member-nominated");
        story.tell("deadline.opened");

        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200)
                .body("planNo", equalTo(1))
                .body("active", equalTo(true))
                .body("steps[0].step", equalTo("T-14"))
                .body("steps[0].fireAt", equalTo("2025-10-02T06:00:00Z"))
                .body("steps[0].recipients", empty())
                .body("steps[1].fireAt", equalTo("2025-10-03T04:00:00Z"))
                .body("steps[1].recipients.name", contains("Ayesha Khan"))
                .body("notTold.recipient.party", contains("PS"))
                .body("notTold.because", contains("no member of this side answers for it yet"));
        story.tell("working-group.constituted");
        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .body("notTold.recipient.id", contains(story.id("f002")))
                .body("notTold.because", contains("nothing is known about this person yet"));
    }

    @Test
    void the_plan_shows_exactly_what_then_fires() {
        var story = Story.begin().withEverybody();
        var planned = asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .extract()
                .<List<String>>path("steps.fireAt");

        planned.forEach(story::at);

        var fired = asRegistrar()
                .get("/api/v1/alerts?deadline={id}", story.id("d001"))
                .then()
                .extract()
                .<List<String>>path("items.fireAt");
        assertThat(new HashSet<>(fired)).isEqualTo(new HashSet<>(planned));
        assertThat(story.post()).hasSameSizeAs(fired);
        asRegistrar().get("/api/v1/alert-plans/{id}", story.id("d001")).then().body("steps", empty());
    }

    @Test
    void a_plan_that_is_over_has_no_steps() {
        var story = Story.begin().withEverybody();
        story.tell("deadline.met");

        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("steps", empty())
                .body("notTold", empty());
    }
}
