package org.moutracker.notifications.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** The deadline of 2025-10-17, of which both co-chairs were told T-14, and one of them wants to hear of it later. */
@NotificationsTest
class SnoozeTest {

    @Inject
    Sql sql;

    @Test
    void he_hears_of_it_again_at_that_time_once_and_nobody_else_does() {
        var story = told();
        var alert = alert(story, "f001");

        snooze(alert, "2025-10-08T06:00:00Z")
                .statusCode(200)
                .body("state", equalTo("SNOOZED"))
                .body("until", equalTo("2025-10-08T06:00:00Z"));

        assertThat(story.at("2025-10-08T05:59:59Z").post()).hasSize(2);
        assertThat(story.at("2025-10-08T06:00:00Z").post()).hasSize(3).endsWith("ayesha T-14");
        assertThat(story.at("2025-10-09T00:00:00Z").post()).hasSize(3);
        assertThat(story.mails().stream().map(mail -> mail.header("Message-ID")).distinct())
                .hasSize(3);
        asRegistrar()
                .get("/api/v1/alerts/{id}", alert)
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("until", nullValue())
                .body("deliveries.state", contains("ACCEPTED", "ACCEPTED"));
        assertThat(AlertTopic.told(story)).contains("snoozed", "resumed").hasSize(4);
    }

    @Test
    void a_day_means_nine_in_his_own_morning() {
        var story = told();

        snooze(alert(story, "f001"), "2025-10-08").body("until", equalTo("2025-10-08T04:00:00Z"));
        snooze(alert(story, "f002"), "2025-10-08").body("until", equalTo("2025-10-08T06:00:00Z"));
    }

    @Test
    void if_a_later_step_has_come_meanwhile_he_hears_that_one_instead() {
        var story = told();
        snooze(alert(story, "f001"), "2025-10-13T06:00:00Z");

        assertThat(story.at("2025-10-10T08:00:00Z").post()).hasSize(3).endsWith("zuhair T-7");
        assertThat(story.at("2025-10-13T06:00:00Z").post()).hasSize(4).endsWith("ayesha T-7");
        assertThat(story.at("2025-10-13T12:00:00Z").post()).hasSize(4);
    }

    @Test
    void after_a_long_pause_he_hears_the_last_step_alone() {
        var story = told();
        snooze(alert(story, "f001"), "2025-10-08");

        story.at("2025-10-14T12:00:00Z");

        assertThat(story.post().subList(2, 4)).containsExactlyInAnyOrder("ayesha T-3", "zuhair T-3");
    }

    @Test
    void what_waits_when_it_is_snoozed_is_not_sent_before_its_time() {
        var story = told();
        waiting(story);

        snooze(alert(story, "f001"), "2025-10-08T06:00:00Z");

        assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED SNOOZED");
        story.at("2025-10-08T06:00:00Z");
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED", "CLOSED SNOOZED");
    }

    @Test
    void it_ends_early_without_a_second_message_but_what_was_never_sent_is_sent() {
        var story = told();
        var alert = alert(story, "f001");
        snooze(alert, "2025-10-08");

        asRegistrar()
                .delete("/api/v1/alerts/{id}/snooze", alert)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        story.settle();
        assertThat(story.at("2025-10-08T08:00:00Z").post()).hasSize(2);
        asRegistrar().delete("/api/v1/alerts/{id}/snooze", alert).then().statusCode(404);

        waiting(story);
        snooze(alert, "2025-10-09");
        asRegistrar().delete("/api/v1/alerts/{id}/snooze", alert).then().statusCode(200);
        story.settle();
        assertThat(story.post()).hasSize(3).endsWith("ayesha T-14");
    }

    @Test
    void another_time_takes_the_place_of_the_earlier_and_the_same_again_changes_nothing() {
        var story = told();
        var alert = alert(story, "f001");
        snooze(alert, "2025-10-08T06:00:00Z");

        snooze(alert, "2025-10-08T06:00:00Z").statusCode(200);
        snooze(alert, "2025-10-06T06:00:00Z").statusCode(200).body("until", equalTo("2025-10-06T06:00:00Z"));

        assertThat(AlertTopic.told(story).stream().filter("snoozed"::equals)).hasSize(2);
        assertThat(story.at("2025-10-06T06:00:00Z").post()).hasSize(3);
        assertThat(story.at("2025-10-08T06:00:00Z").post()).hasSize(3);
    }

    @Test
    void the_last_reminder_comes_anyway_and_no_snooze_goes_beyond_it() {
        var story = told().at("2025-10-14T07:00:00Z");
        var alert = alert(story, "f001");

        snooze(alert, "2025-10-17T04:00:01Z")
                .statusCode(400)
                .body("violations[0].field", equalTo("until"))
                .body("violations[0].message", containsString("2025-10-17T04:00:00Z"));
        snooze(alert, "2025-10-17").statusCode(200);

        assertThat(story.at("2025-10-16T08:00:00Z").post()).doesNotContain("ayesha T-1");
        story.at("2025-10-17T04:00:00Z");
        assertThat(story.post()).contains("ayesha T-0");
        assertThat(story.post().stream().filter("ayesha T-3"::equals)).hasSize(1);
    }

    @Test
    void on_the_last_day_it_can_wait_until_that_ends() {
        var story = told().at("2025-10-17T04:00:00Z");
        var alert = alert(story, "f001");

        snooze(alert, "2025-10-17T21:00:00Z")
                .statusCode(400)
                .body("violations[0].message", equalTo("must be before the last day ends, at 2025-10-17T21:00:00Z"));
        snooze(alert, "2025-10-17T12:00:00Z").statusCode(200);

        assertThat(story.at("2025-10-17T12:00:00Z").post()).endsWith("ayesha T-0");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"until\": \"2025-10-03T04:00:00Z\"}, until",
        "{\"until\": \"2025-10-03\"}, until",
        "{\"until\": \"2025-11-02T04:00:01Z\"}, until",
        "{\"until\": \"tomorrow\"}, until",
        "{\"until\": \"2025-13-01\"}, until",
        "{\"until\": \"2025-10-08T06:00\"}, until",
        "{}, until",
        "{\"for\": \"P1D\"}, for"
    })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        asRegistrar()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/alerts/{id}/snooze", alert(told(), "f001"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void what_is_acknowledged_or_over_cannot_be_snoozed() {
        var story = told();
        var alert = alert(story, "f001");
        asRegistrar().post("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(201);

        snooze(alert, "2025-10-08").statusCode(409).body("detail", containsString("acknowledged until"));
        snooze(UUID.randomUUID().toString(), "2025-10-08").statusCode(404);
        story.tell("deadline.waived");
        snooze(alert, "2025-10-08")
                .statusCode(409)
                .body("detail", equalTo("the alert has ended (CANCELLED) and cannot be snoozed any more"));
    }

    @Test
    void what_is_snoozed_can_be_acknowledged_and_then_is_that() {
        var story = told();
        var alert = alert(story, "f001");
        snooze(alert, "2025-10-08");

        asRegistrar().post("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(201);

        assertThat(story.at("2025-10-08T08:00:00Z").post()).hasSize(2);
        assertThat(story.alerts()).contains("PK T-14 plan 1 ACKNOWLEDGED");
    }

    @Test
    void only_the_latest_step_can_be_snoozed() {
        var story = told();
        var earlier = alert(story, "f001");
        story.at("2025-10-10T04:00:00Z");

        snooze(earlier, "2025-10-13").statusCode(409).body("detail", equalTo("T-7 was told since: snooze that one"));
        snooze(alert(story, "f001"), "2025-10-13").statusCode(200);

        assertThat(story.alerts()).contains("PK T-14 plan 1 SNOOZED", "PK T-7 plan 1 SNOOZED");
        assertThat(story.at("2025-10-13T04:00:00Z").post()).hasSize(5).endsWith("ayesha T-7");
    }

    @Test
    void the_plan_shows_who_hears_of_it_later() {
        var story = told();
        snooze(alert(story, "f001"), "2025-10-08");

        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200)
                .body("snoozed", hasSize(1))
                .body("snoozed[0].recipient.name", equalTo("Ayesha Khan"))
                .body("snoozed[0].until", equalTo("2025-10-08T04:00:00Z"))
                .body("steps[0].step", equalTo("T-14"))
                .body("steps[0].fireAt", equalTo("2025-10-08T04:00:00Z"))
                .body("steps[0].recipients.name", contains("Ayesha Khan"));
    }

    private static Story told() {
        return Story.begin().withEverybody().at("2025-10-03T04:00:00Z");
    }

    /** As if the mail server had not taken his yet. */
    private void waiting(Story story) {
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND recipient_id = ?::uuid
                """, story.id("f001"));
    }

    /** The latest alert that somebody got. */
    private static String alert(Story story, String person) {
        return asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}", story.id("d001"), story.id(person))
                .then()
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse snooze(String alert, String until) {
        return asRegistrar()
                .contentType("application/json")
                .body("{\"until\": \"" + until + "\"}")
                .post("/api/v1/alerts/{id}/snooze", alert)
                .then();
    }
}
