package org.moutracker.notifications.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** Each cause has brought nearly as much as goes by itself before it brings two messages more. */
@NotificationsTest
class ReleaseTest {

    private static final int MOST = 1000;

    @Inject
    Sql sql;

    private final String cause = UUID.randomUUID().toString();

    @Test
    void what_one_cause_tells_to_too_many_waits_is_previewed_and_goes_when_it_is_released() {
        var story = moved(MOST);

        assertThat(moves(story)).isEmpty();
        var id = waiting();
        asRegistrar()
                .get("/api/v1/releases/{id}", id)
                .then()
                .statusCode(200)
                .body("release.messages", equalTo(MOST + 2))
                .body("release.cause", equalTo(cause))
                .body("release.decision", nullValue())
                .body("waiting", equalTo(2))
                .body("people", equalTo(2))
                .body("levels.level", contains("CHANGED"))
                .body("levels.messages", contains(2))
                .body("examples", hasSize(2))
                .body("examples.step", contains(nullValue(), nullValue()))
                .body("examples.recipient", hasItem("Ayesha Khan"));
        asRegistrar()
                .get("/api/v1/deliveries?agreement={id}&state=PENDING", story.id("a001"))
                .then()
                .body("items.waitsFor", contains("RELEASE", "RELEASE"));

        decide(id, "release").statusCode(200).body("state", equalTo("RELEASED"));
        story.settle();

        assertThat(moves(story)).hasSize(2);
        decide(id, "cancellation").statusCode(409);
    }

    @Test
    void what_one_cause_tells_to_as_many_as_may_be_goes_by_itself() {
        var story = moved(MOST - 2);

        assertThat(moves(story)).hasSize(2);
        asRegistrar().get("/api/v1/releases").then().body("items.cause", not(hasItem(cause)));
    }

    @Test
    void what_is_cancelled_is_never_sent_and_what_follows_of_the_same_cause_is_not_either() {
        var story = moved(MOST);
        var id = waiting();

        decide(id, "cancellation").statusCode(200).body("state", equalTo("CANCELLED"));
        assertThat(story.deliveries()).contains("CLOSED CANCELLED");
        story.send(caused(story.event("deadline.rescheduled", deadline -> deadline.put("scheduleNo", 3)
                .put("lastDay", "2025-11-14")
                .put("dueAt", "2025-11-14T22:00:00Z"))));
        story.afterAWhile();

        assertThat(moves(story)).isEmpty();
        decide(id, "release").statusCode(409);
    }

    @Test
    void steps_that_news_brings_after_their_time_are_counted_and_those_that_time_brings_are_not() {
        brought(MOST);
        var story = Story.begin().withTheGroup().at("2025-10-10T05:00:00Z");
        story.send(caused(story.event("deadline.opened", deadline -> {})));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("PENDING", "PENDING"));
        assertThat(waiting()).isNotNull();

        story.at("2025-10-17T04:00:00Z");

        assertThat(story.post()).containsExactlyInAnyOrder("ayesha T-0", "zuhair T-0");
        decide(waiting(), "release").statusCode(200);
        story.settle();
        assertThat(story.post()).hasSize(2);
        assertThat(story.deliveries()).filteredOn("CLOSED SUPERSEDED"::equals).hasSize(2);
    }

    @Test
    void what_woken_people_bring_before_it_is_released_does_not_go_either() {
        var story = moved(MOST);

        story.tell("person.changed", person -> person.put("name", "Ayesha Khan-Malik"));

        assertThat(moves(story)).isEmpty();
        decide(waiting(), "release");
        story.settle();
        assertThat(moves(story)).hasSize(2);
    }

    @Test
    void what_is_not_there_is_not_found_and_what_cannot_be_meant_is_refused() {
        asRegistrar().get("/api/v1/releases/{id}", UUID.randomUUID()).then().statusCode(404);
        asRegistrar()
                .get("/api/v1/releases?state=GATHERING")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
        asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"\"}")
                .post("/api/v1/releases/{id}/release", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
    }

    /** Both were told of a day that has moved since, by a cause that has brought so much before. */
    private Story moved(int before) {
        brought(before);
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        story.send(caused(story.event("deadline.rescheduled", deadline -> {})));
        return story.afterAWhile();
    }

    private void brought(int messages) {
        sql.update("INSERT INTO volume (cause, state, messages) VALUES (?, 'PASSED', ?)", cause, messages);
    }

    private JsonNode caused(JsonNode event) {
        return ((ObjectNode) event).put("correlationid", cause);
    }

    private static List<String> moves(Story story) {
        return story.post().stream().filter(mail -> mail.endsWith("Moved")).toList();
    }

    private String waiting() {
        return asRegistrar()
                .get("/api/v1/releases?state=WAITING&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.cause == '%s' }.id".formatted(cause));
    }

    private static ValidatableResponse decide(String release, String how) {
        return asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"It was checked.\"}")
                .post("/api/v1/releases/{id}/" + how, release)
                .then();
    }
}
