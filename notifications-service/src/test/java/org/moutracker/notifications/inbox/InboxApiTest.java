package org.moutracker.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.anonymous;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;

@NotificationsTest
class InboxApiTest {

    @Test
    void whatever_fires_is_in_the_inbox_the_latest_first_also_for_whom_no_mail_can_be_sent() {
        var story = Story.begin().thatNobodyConfirms().withEverybody();
        story.at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
        assertThat(story.post()).isEmpty();

        inbox(story, "f001", "")
                .body("items.step", contains("T-7", "T-14"))
                .body("items.level", everyItem(equalTo("REMINDER")))
                .body("items.readAt", everyItem(nullValue()))
                .body("items[0].stands", equalTo(true))
                .body("items[0].lastDay", equalTo("2025-10-17"))
                .body("items[0].reference", equalTo("PK-PS-2025-HEALTH"))
                .body("items[0].agreementId", equalTo(story.id("a001")))
                .body("unread.number", equalTo(2));
        story.tell("deadline.met");
        inbox(story, "f001", "").body("items.stands", contains(false, false));
    }

    @Test
    void a_move_is_in_the_inbox_too() {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        story.tell("deadline.rescheduled");
        story.afterAWhile();

        inbox(story, "f001", "?level=CHANGED")
                .body("items", hasSize(1))
                .body("items[0].step", nullValue())
                .body("items[0].movedFrom", equalTo("2025-10-17"))
                .body("items[0].lastDay", equalTo("2025-10-31"));
    }

    @Test
    void what_is_read_stays_read_from_the_first_time_on_and_counts_no_more() {
        var story = twice();
        var alert = inbox(story, "f001", "").extract().<String>path("items[1].alertId");

        read(story, "f001", alert).statusCode(200).body("readAt", equalTo("2025-10-10T04:00:00Z"));
        story.at("2025-10-10T05:00:00Z");
        read(story, "f001", alert).statusCode(200).body("readAt", equalTo("2025-10-10T04:00:00Z"));

        inbox(story, "f001", "?read=false").body("items.step", contains("T-7")).body("unread.number", equalTo(1));
        inbox(story, "f001", "?read=true")
                .body("items.alertId", contains(alert))
                .body("unread.number", equalTo(1));
        inbox(story, "f002", "").body("unread.number", equalTo(2));
        read(story, "f002", alert).statusCode(404);
        read(story, "f001", UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void all_are_read_at_once_or_all_up_to_the_one_that_was_seen_last() {
        var story = twice();
        var seen = inbox(story, "f001", "").extract().<String>path("items[1].alertId");

        readAll(story, "?upTo=" + seen)
                .statusCode(200)
                .body("marked", equalTo(1))
                .body("unread.number", equalTo(1));
        inbox(story, "f001", "?read=false").body("items.step", contains("T-7"));
        readAll(story, "").body("marked", equalTo(1)).body("unread.number", equalTo(0));
        readAll(story, "").body("marked", equalTo(0));
        readAll(story, "?upTo=" + UUID.randomUUID()).statusCode(400).body("violations[0].field", equalTo("upTo"));
        inbox(story, "f002", "").body("unread.number", equalTo(2));
    }

    @Test
    void an_inbox_is_read_page_by_page() {
        var story = twice().at("2025-10-14T06:00:00Z").at("2025-10-17T04:00:00Z");
        var steps = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = inbox(story, "f001", "?limit=2" + cursor).extract();
            steps.addAll(page.<List<String>>path("items.step"));
            var next = page.<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        }

        assertThat(steps).containsExactly("T-0", "T-3", "T-7", "T-14");
    }

    @Test
    void an_inbox_shows_only_what_was_asked_for() {
        var story = twice();

        inbox(story, "f001", "?agreement=" + story.id("a001")).body("items", hasSize(2));
        inbox(story, "f001", "?agreement=" + UUID.randomUUID())
                .body("items", empty())
                .body("unread.number", equalTo(2));
        inbox(story, "f001", "?level=OVERDUE").body("items", empty());
    }

    @Test
    void people_of_a_party_read_what_was_told_to_people_of_that_party() {
        var story = twice();
        var alert = inbox(story, "f001", "").extract().<String>path("items[0].alertId");
        var path = "/api/v1/recipients/%s/inbox".formatted(story.id("f001"));

        as("PK").get(path).then().statusCode(200).body("items", hasSize(2));
        as("PS").get(path).then().statusCode(200).body("items", empty()).body("unread.number", equalTo(0));
        as("PS").post(path + "/" + alert + "/read").then().statusCode(404);
        as("PS").post(path + "/read-all").then().statusCode(200).body("marked", equalTo(0));
        anonymous().get(path).then().statusCode(401);
        inbox(story, "f001", "").body("unread.number", equalTo(2));
    }

    @Test
    void what_is_internal_to_a_side_is_in_the_inbox_for_that_side_alone() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at("2025-10-03T04:00:00Z");
        var path = "/api/v1/recipients/%s/inbox".formatted(story.id("f001"));

        as("PK").get(path).then().body("items", hasSize(1)).body("unread.number", equalTo(1));
        asRegistrar().get(path).then().body("items", empty()).body("unread.number", equalTo(0));
        asRegistrar().auth().oauth2(TestStack.token("auditor")).get(path).then().body("items", hasSize(1));
    }

    @Test
    void who_is_erased_has_no_inbox() {
        var story = twice();
        story.erase("f001");

        asRegistrar()
                .get("/api/v1/recipients/{id}/inbox", story.id("f001"))
                .then()
                .statusCode(404);
        readAll(story, "").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"read=often, read", "level=LOUD, level", "agreement=7, agreement", "limit=0, limit", "cursor=x, cursor"
    })
    void what_cannot_be_meant_is_refused_and_named(String query, String field) {
        var story = Story.begin().withEverybody();
        asRegistrar()
                .get("/api/v1/recipients/{id}/inbox?" + query, story.id("f001"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("detail", notNullValue());
    }

    private static Story twice() {
        return Story.begin().withEverybody().at("2025-10-03T04:00:00Z").at("2025-10-10T04:00:00Z");
    }

    private static RequestSpecification as(String party) {
        return asRegistrar().auth().oauth2(TestStack.token("integration", party));
    }

    private static ValidatableResponse inbox(Story story, String person, String query) {
        return asRegistrar()
                .get("/api/v1/recipients/{id}/inbox" + query, story.id(person))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(Story story, String person, String alert) {
        return asRegistrar()
                .post("/api/v1/recipients/{id}/inbox/{alert}/read", story.id(person), alert)
                .then();
    }

    private static ValidatableResponse readAll(Story story, String query) {
        return asRegistrar()
                .post("/api/v1/recipients/{id}/inbox/read-all" + query, story.id("f001"))
                .then();
    }
}
