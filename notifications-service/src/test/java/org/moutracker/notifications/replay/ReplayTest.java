package org.moutracker.notifications.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

@NotificationsTest
class ReplayTest {

    @Inject
    Sql sql;

    @Test
    void the_dead_go_once_more_as_the_same_message() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD', deferrals = 8");

        var replay = order(story, "DEAD", "")
                .statusCode(201)
                .body("matched", equalTo(2))
                .extract()
                .<String>path("id");
        story.settle();

        await().untilAsserted(() -> asRegistrar()
                .get("/api/v1/replays/{id}", replay)
                .then()
                .statusCode(200)
                .body("replayed", equalTo(2))
                .body("finishedAt", notNullValue()));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));
        assertThat(story.mails()).hasSize(4);
        assertThat(story.mails().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(2);
        assertThat(deferrals(story)).containsOnly(0);
    }

    @Test
    void what_is_uncertain_or_would_wait_goes_at_once() {
        var story = sent("state = 'UNCERTAIN'");
        order(story, "UNCERTAIN\", \"RETRY_WAIT", "").statusCode(201);
        await().untilAsserted(() -> assertThat(story.mails()).hasSize(4));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));

        change(story, "state = 'RETRY_WAIT', next_attempt_at = now() + interval '8 hours'");
        order(story, "UNCERTAIN\", \"RETRY_WAIT", "").statusCode(201);
        await().untilAsserted(() -> assertThat(story.mails()).hasSize(6));
    }

    @Test
    void what_is_not_true_any_more_is_closed_instead() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD'");
        story.tell("deadline.met");

        order(story, "DEAD", "").statusCode(201);

        await().untilAsserted(
                        () -> assertThat(story.deliveries()).containsExactly("CLOSED CANCELLED", "CLOSED CANCELLED"));
        assertThat(story.mails()).hasSize(2);
    }

    @Test
    void a_dry_run_tells_how_many_and_does_nothing() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD'");

        asRegistrar()
                .contentType("application/json")
                .body(body(story, "DEAD", "", true))
                .post("/api/v1/replays")
                .then()
                .statusCode(200)
                .body("matched", equalTo(2));

        assertThat(story.deliveries()).containsExactly("CLOSED DEAD", "CLOSED DEAD");
    }

    @Test
    void only_what_is_selected_goes_and_nothing_that_was_accepted_or_closed_for_another_reason() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD'");
        order(story, "UNCERTAIN\", \"RETRY_WAIT", "").body("matched", equalTo(0));
        order(story, "DEAD", ", \"openedBefore\": \"2020-01-01T00:00:00Z\"").body("matched", equalTo(0));
        order(story, "DEAD", ", \"recipientId\": \"" + story.id("f001") + "\"").body("matched", equalTo(1));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED DEAD"));

        change(story, "state = 'CLOSED', closed_because = 'REFUSED'");
        order(story, "DEAD", "").body("matched", equalTo(0));
    }

    @Test
    void many_are_worked_off_in_portions_each_once() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD'");
        var ids = delivery(story);
        var unsent = WorkOffReplays.PORTION + 50;
        // Verifications of nobody are closed by the guards at once, which is enough to be counted.
        sql.update("""
                WITH asked AS (
                    INSERT INTO address_verification (id, recipient_id, asked_at, expires_at)
                    SELECT gen_random_uuid(), gen_random_uuid(), now(), now() FROM generate_series(1, ?) RETURNING id)
                INSERT INTO delivery (id, verification_id, channel, state, closed_because)
                SELECT gen_random_uuid(), id, 'MAIL', 'CLOSED', 'DEAD' FROM asked
                """, unsent);

        var replay = asRegistrar()
                .contentType("application/json")
                .body("{\"selector\": {\"what\": [\"DEAD\"]}, \"reason\": \"All\", \"dryRun\": false}")
                .post("/api/v1/replays")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        await().untilAsserted(() -> asRegistrar()
                .get("/api/v1/replays/{id}", replay)
                .then()
                .body("finishedAt", notNullValue())
                .body("replayed", org.hamcrest.Matchers.greaterThanOrEqualTo(unsent + ids.size())));
        await().untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED"));
        asRegistrar().get("/api/v1/replays?limit=1").then().statusCode(200).body("items.id", contains(replay));
    }

    @Test
    void deliveries_are_listed_page_by_page_filtered_and_shown_with_their_attempts() {
        var story = sent("state = 'CLOSED', closed_because = 'DEAD'");
        var list = "/api/v1/deliveries?agreement=" + story.id("a001");
        asRegistrar()
                .get(list + "&state=CLOSED&closedBecause=DEAD&channel=MAIL")
                .then()
                .body("items", hasSize(2));
        asRegistrar().get(list + "&closedBecause=REFUSED").then().body("items", hasSize(0));
        asRegistrar()
                .get("/api/v1/deliveries?recipient={id}", story.id("f001"))
                .then()
                .statusCode(200)
                .body("items.carries", contains("ALERT", "VERIFICATION"));

        var seen = new HashSet<String>();
        var next = "";
        for (var page = 0; page < 2; page++) {
            var answer = asRegistrar()
                    .get(list + "&limit=1" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(answer.<List<String>>path("items.id"));
            next = "&cursor=" + answer.path("next");
        }
        assertThat(seen).hasSize(2);
        asRegistrar()
                .get("/api/v1/deliveries/{id}", seen.iterator().next())
                .then()
                .statusCode(200)
                .body("delivery.tries", equalTo(1))
                .body("messageId", startsWith("<" + seen.iterator().next() + "@"))
                .body("attempts.outcome", contains("ACCEPTED"));
        asRegistrar().get("/api/v1/deliveries/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_message_about_what_is_internal_to_a_side_is_seen_by_that_side_alone() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at("2025-10-03T04:00:00Z");
        var list = "/api/v1/deliveries?agreement=" + story.id("a001");

        var id = asRegistrar()
                .auth()
                .oauth2(TestStack.token("secretary", "PK"))
                .get(list)
                .then()
                .body("items", hasSize(1))
                .extract()
                .<String>path("items[0].id");
        asRegistrar().get(list).then().body("items", hasSize(0));
        asRegistrar().get("/api/v1/deliveries/{id}", id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"selector\": {\"what\": []}, \"reason\": \"x\", \"dryRun\": true} | selector.what",
                "{\"selector\": {}, \"reason\": \"x\", \"dryRun\": true} | selector.what",
                "{\"reason\": \"x\", \"dryRun\": true} | selector",
                "{\"selector\": {\"what\": [\"DEAD\"]}, \"reason\": \"\", \"dryRun\": true} | reason",
                "{\"selector\": {\"what\": [\"DEAD\"], \"deliveries\": []}, \"reason\": \"x\", \"dryRun\": true} | selector.deliveries",
            })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        asRegistrar()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/replays")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    /** Both were told T-14, and of the messages is known by now what the change says. */
    private Story sent(String change) {
        var story = Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
        change(story, change);
        return story;
    }

    private void change(Story story, String change) {
        sql.update(
                "UPDATE delivery SET " + change + " WHERE id = ANY (?)",
                org.moutracker.notifications.sql.Column.ids(delivery(story)));
    }

    private List<UUID> delivery(Story story) {
        return sql.query(
                "SELECT delivery.id FROM delivery JOIN alert ON alert.id = alert_id WHERE deadline_id = ?::uuid",
                row -> row.getObject("id", UUID.class),
                story.id("d001"));
    }

    private List<Integer> deferrals(Story story) {
        return sql.query(
                "SELECT deferrals FROM delivery JOIN alert ON alert.id = alert_id WHERE deadline_id = ?::uuid",
                row -> row.getInt("deferrals"),
                story.id("d001"));
    }

    private static String body(Story story, String what, String more, boolean dryRun) {
        return """
                {"selector": {"what": ["%s"], "agreementId": "%s"%s}, "reason": "The mailbox was full.", "dryRun": %s}
                """.formatted(what, story.id("a001"), more, dryRun);
    }

    private static ValidatableResponse order(Story story, String what, String more) {
        return asRegistrar()
                .contentType("application/json")
                .body(body(story, what, more, false))
                .post("/api/v1/replays")
                .then();
    }
}
