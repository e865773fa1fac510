package org.moutracker.notifications.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.notifications.Api.asRegistrar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.TestStack;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.notifications.Story;
import org.moutracker.notifications.sql.Sql;

/** The deadline of 2025-10-17, of which both co-chairs were told T-14, and what one of them then says. */
@NotificationsTest
class AcknowledgementTest {

    private static final String T14 = "2025-10-03T04:00:00Z";
    private static final String T7 = "2025-10-10T04:00:00Z";

    @Inject
    Sql sql;

    @Test
    void who_has_acknowledged_is_not_reminded_and_the_other_side_is() {
        var story = told();

        acknowledge(alert(story, "f001"), "{\"note\": \"The nomination is being drafted\"}")
                .statusCode(201)
                .header("Location", endsWith("/acknowledgement"))
                .body("recipientId", equalTo(story.id("f001")))
                .body("by", equalTo(story.id("f001")))
                .body("step", equalTo("T-14"))
                .body("note", equalTo("The nomination is being drafted"))
                .body("at", equalTo(T14))
                .body("until", equalTo(T7));

        assertThat(story.alerts()).containsExactly("PK T-14 plan 1 ACKNOWLEDGED", "PS T-14 plan 1 ACTIVE");
        assertThat(story.at("2025-10-10T03:59:59Z").post()).hasSize(3).endsWith("zuhair T-7");
        asRegistrar()
                .get("/api/v1/alerts/{id}", alert(story, "f001"))
                .then()
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("until", equalTo(T7));
    }

    @Test
    void once_it_expires_the_ladder_goes_on_by_itself_with_the_last_step_that_came_meanwhile_and_once() {
        var story = told();
        story.at("2025-10-03T05:00:00Z");
        acknowledge(alert(story, "f001"), "{}").body("until", equalTo("2025-10-10T05:00:00Z"));

        assertThat(story.at("2025-10-10T04:59:59Z").post()).doesNotContain("ayesha T-7");
        story.at("2025-10-10T05:00:00Z");

        assertThat(story.post()).endsWith("ayesha T-7").hasSize(4);
        assertThat(story.alerts())
                .containsExactly(
                        "PK T-14 plan 1 ACTIVE",
                        "PK T-7 plan 1 ACTIVE",
                        "PS T-14 plan 1 ACTIVE",
                        "PS T-7 plan 1 ACTIVE");
        assertThat(events(story)).containsExactly("acknowledged", "resumed");
        assertThat(story.at("2025-10-13T00:00:00Z").post()).hasSize(4);
    }

    @Test
    void after_a_long_pause_what_has_expired_meanwhile_is_told_once_as_the_last_step() {
        var story = told();
        acknowledge(alert(story, "f001"), "{}");

        story.at("2025-10-14T07:00:00Z");

        assertThat(story.post().subList(2, 4)).containsExactlyInAnyOrder("ayesha T-3", "zuhair T-3");
        assertThat(events(story)).containsExactly("acknowledged", "resumed");
    }

    @Test
    void the_last_reminder_and_what_is_overdue_come_though_it_is_acknowledged() {
        var story = told().at("2025-10-14T07:00:00Z");
        acknowledge(alert(story, "f001"), "{}").body("until", equalTo("2025-10-17T21:00:00Z"));

        assertThat(story.at("2025-10-16T05:00:00Z").post()).doesNotContain("ayesha T-1");
        assertThat(story.at("2025-10-17T04:00:00Z").post()).contains("ayesha T-0");
        assertThat(story.at("2025-10-20T04:00:00Z").post()).contains("ayesha T+1");
    }

    @Test
    void a_message_that_was_not_sent_is_closed_with_the_reason_and_is_owed_again_when_it_goes_on() {
        var story = told();
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND recipient_id = ?::uuid
                """, story.id("f001"));
        var alert = alert(story, "f001");

        acknowledge(alert, "{}").statusCode(201);
        assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED ACKNOWLEDGED");

        asRegistrar()
                .delete("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(204);
        story.settle();

        assertThat(story.deliveries()).containsExactly("ACCEPTED", "ACCEPTED", "CLOSED ACKNOWLEDGED");
        asRegistrar().get("/api/v1/alerts/{id}", alert).then().body("deliveries.state", contains("CLOSED", "ACCEPTED"));
    }

    @Test
    void a_message_whose_sender_comes_back_too_late_is_not_sent_after_all() {
        var story = told();
        acknowledge(alert(story, "f001"), "{}").statusCode(201);

        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp(), closed_because = NULL
                FROM alert WHERE alert.id = alert_id AND recipient_id = ?::uuid
                """, story.id("f001"));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(story.deliveries()).containsExactly("ACCEPTED", "CLOSED ACKNOWLEDGED"));
        assertThat(story.post()).hasSize(2);
    }

    @Test
    void whoever_withdraws_it_is_told_at_once_what_has_come_meanwhile() {
        var story = told();
        var alert = alert(story, "f001");
        story.at("2025-10-03T12:00:00Z");
        acknowledge(alert, "{}").statusCode(201);
        assertThat(story.at("2025-10-10T08:00:00Z").post()).doesNotContain("ayesha T-7");

        asRegistrar()
                .delete("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(204);
        story.settle();

        assertThat(story.post()).contains("ayesha T-7");
        assertThat(events(story)).containsExactly("acknowledged", "resumed");
        asRegistrar().get("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(404);
        asRegistrar()
                .delete("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(404);
    }

    @Test
    void to_say_it_twice_is_to_say_it_once() {
        var story = told();
        var alert = alert(story, "f001");

        var id = acknowledge(alert, "{}").statusCode(201).extract().<String>path("id");
        acknowledge(alert, "{\"note\": \"again\"}")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("note", nullValue());
        asRegistrar()
                .get("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));

        assertThat(events(story)).containsExactly("acknowledged");
    }

    @Test
    void two_who_say_it_at_the_same_time_have_said_it_once() throws Exception {
        var story = told();
        var alert = alert(story, "f001");
        Callable<Integer> say = () -> acknowledge(alert, "{}").extract().statusCode();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(List.of(say, say, say, say));
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 201);
            }
        }

        assertThat(events(story)).containsExactly("acknowledged");
        assertThat(acknowledgements(story)).containsExactly("open");
    }

    @Test
    void a_repeated_request_gets_its_first_answer_and_a_stale_one_is_refused() {
        var story = told();
        var alert = alert(story, "f001");
        var key = UUID.randomUUID().toString();

        request("{}")
                .header("If-Match", "\"7\"")
                .post("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(412);
        for (var time = 0; time < 2; time++) {
            request("{}")
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .post("/api/v1/alerts/{id}/acknowledgement", alert)
                    .then()
                    .statusCode(201);
        }
        request("{\"note\": \"other\"}")
                .header("Idempotency-Key", key)
                .post("/api/v1/alerts/{id}/acknowledgement", alert)
                .then()
                .statusCode(422);
    }

    @Test
    void it_needs_no_body() {
        var story = told();

        asRegistrar()
                .post("/api/v1/alerts/{id}/acknowledgement", alert(story, "f001"))
                .then()
                .statusCode(201);
        asRegistrar()
                .contentType("application/json")
                .post("/api/v1/alerts/{id}/acknowledgement", alert(story, "f002"))
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(TestStack.token("registrar"))
                .contentType("text/plain")
                .body("I know")
                .post("/api/v1/alerts/{id}/acknowledgement", alert(story, "f002"))
                .then()
                .statusCode(415);
    }

    @Test
    void somebody_of_his_side_can_say_it_on_his_behalf_and_nobody_of_the_other() {
        var story = told();
        var alert = alert(story, "f001");

        acknowledge(alert, "{\"by\": \"" + story.id("f002") + "\"}")
                .statusCode(409)
                .body("detail", containsString("of the recipient's side"));
        acknowledge(alert, "{\"by\": \"" + UUID.randomUUID() + "\"}")
                .statusCode(400)
                .body("violations[0].field", equalTo("by"));
        story.tell("working-group.constituted", group -> {
            group.put("status", "FORMING");
            var member = ((ObjectNode) group.get("members").get(0)).deepCopy();
            member.put("id", UUID.randomUUID().toString());
            member.put("personId", story.id("f003")).put("role", "MEMBER");
            group.withArray("members").add(member);
        });
        story.tell("person.changed", person -> {
            person.put("id", story.id("f003")).put("email", story.mailbox("bilal"));
            person.put("name", "Bilal Ahmed");
        });

        acknowledge(alert, "{\"by\": \"" + story.id("f003") + "\"}")
                .statusCode(201)
                .body("recipientId", equalTo(story.id("f001")))
                .body("by", equalTo(story.id("f003")));
        assertThat(story.at(T7.replace("T04", "T03")).post()).doesNotContain("bilal T-7", "ayesha T-7");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"until\": \"2025-10-03T04:00:00Z\"}, until",
        "{\"until\": \"2025-10-10T04:00:01Z\"}, until",
        "{\"until\": \"soon\"}, until",
        "{\"note\": \"\"}, note",
        "{\"who\": \"me\"}, who"
    })
    void what_cannot_be_meant_is_refused_and_named(String body, String field) {
        acknowledge(alert(told(), "f001"), body).statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void it_may_count_for_less_than_the_policy_says() {
        var story = told();

        acknowledge(alert(story, "f001"), "{\"until\": \"2025-10-05T00:00:00Z\"}")
                .statusCode(201)
                .body("until", equalTo("2025-10-05T00:00:00Z"));

        assertThat(story.at("2025-10-05T00:00:00Z").alerts()).contains("PK T-14 plan 1 ACTIVE");
    }

    @Test
    void what_has_ended_cannot_be_acknowledged_and_says_so() {
        var story = told();
        var alert = alert(story, "f001");
        story.tell("deadline.met");

        acknowledge(alert, "{}")
                .statusCode(409)
                .body("detail", equalTo("the alert has ended (SATISFIED) and cannot be acknowledged any more"));
        acknowledge(UUID.randomUUID().toString(), "{}").statusCode(404);
    }

    @Test
    void that_a_date_has_moved_needs_no_acknowledgement() {
        var story = told();
        story.tell("deadline.rescheduled");
        story.afterAWhile();
        var moved = asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}&state=ACTIVE", story.id("d001"), story.id("f001"))
                .then()
                .extract()
                .<String>path("items[0].id");

        acknowledge(moved, "{}").statusCode(409).body("detail", containsString("told once"));
    }

    @Test
    void a_move_ends_it_and_the_new_day_is_told_from_its_first_step_on() {
        var story = told();
        acknowledge(alert(story, "f001"), "{}").statusCode(201);

        story.tell("deadline.rescheduled");

        assertThat(acknowledgements(story)).containsExactly("OVER");
        assertThat(story.alerts()).contains("PK T-14 plan 1 ENDED SUPERSEDED");
        assertThat(story.at("2025-10-17T04:00:00Z").post()).contains("ayesha T-14");
    }

    @Test
    void who_had_acknowledged_before_his_message_left_is_told_of_a_move_all_the_same() {
        var story = told();
        sql.update("""
                UPDATE delivery SET state = 'RETRY_WAIT', next_attempt_at = clock_timestamp() + interval '1 hour'
                FROM alert WHERE alert.id = alert_id AND recipient_id = ?::uuid
                """, story.id("f001"));
        acknowledge(alert(story, "f001"), "{}").statusCode(201);

        story.tell("deadline.rescheduled");
        story.afterAWhile();

        assertThat(story.post()).contains("ayesha Moved");
    }

    @Test
    void who_leaves_takes_his_acknowledgement_with_him() {
        var story = told();
        acknowledge(alert(story, "f002"), "{}").statusCode(201);

        story.tell("working-group.constituted", group -> {
            group.put("status", "FORMING");
            var successor = (ObjectNode) group.withArray("members").get(1);
            successor.put("id", UUID.randomUUID().toString()).put("personId", story.id("f003"));
        });
        story.tell("person.changed", person -> {
            person.put("id", story.id("f003")).put("email", story.mailbox("nadia"));
            person.put("name", "Nadia Odeh").put("zone", "Asia/Hebron");
        });

        assertThat(acknowledgements(story)).containsExactly("LEFT");
        assertThat(story.at("2025-10-09T06:00:00Z").post()).contains("nadia T-7");
    }

    @Test
    void the_plan_shows_who_knows_until_when_and_what_comes_all_the_same() {
        var story = told();
        acknowledge(alert(story, "f001"), "{\"note\": \"Drafting\"}").statusCode(201);

        asRegistrar()
                .get("/api/v1/alert-plans/{id}", story.id("d001"))
                .then()
                .statusCode(200)
                .body("policy.id", nullValue())
                .body("policy.scope", equalTo("DEFAULT"))
                .body("policy.quorum", equalTo("ALL_SIDES"))
                .body("acknowledged", hasSize(1))
                .body("acknowledged[0].recipient.name", equalTo("Ayesha Khan"))
                .body("acknowledged[0].note", equalTo("Drafting"))
                .body("acknowledged[0].step", equalTo("T-14"))
                .body("acknowledged[0].until", equalTo(T7))
                .body("snoozed", empty())
                .body("steps[0].step", equalTo("T-7"))
                .body("steps[0].recipients.name", contains("Zuhair Zaid"))
                .body("steps[1].fireAt", equalTo(T7))
                .body("steps[1].recipients.name", contains("Ayesha Khan"));
    }

    @Test
    void what_is_internal_to_a_side_is_acknowledged_by_that_side_alone() {
        var story = Story.begin();
        story.withTheGroup();
        story.tell("deadline.opened", deadline -> {
            deadline.put("internalTo", "PK");
            deadline.putArray("responsible").addObject().put("party", "PK");
        });
        story.at(T14);
        var list = "/api/v1/alerts?deadline=" + story.id("d001");
        var alert = as("PK").get(list).then().extract().<String>path("items[0].id");

        as("PS").post("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(404);
        as("PK").post("/api/v1/alerts/{id}/acknowledgement", alert).then().statusCode(201);
    }

    private static RequestSpecification as(String party) {
        return asRegistrar().auth().oauth2(TestStack.token("secretary", party));
    }

    private static Story told() {
        return Story.begin().withEverybody().at(T14);
    }

    private static String alert(Story story, String person) {
        return asRegistrar()
                .get("/api/v1/alerts?deadline={id}&recipient={person}", story.id("d001"), story.id(person))
                .then()
                .extract()
                .path("items[0].id");
    }

    private static RequestSpecification request(String body) {
        return asRegistrar().contentType("application/json").body(body);
    }

    private static ValidatableResponse acknowledge(String alert, String body) {
        return request(body).post("/api/v1/alerts/{id}/acknowledgement", alert).then();
    }

    private List<String> acknowledgements(Story story) {
        return sql.query(
                "SELECT coalesce(ended_because, 'open') AS now FROM acknowledgement WHERE deadline_id = ?::uuid",
                row -> String.valueOf(row.getString("now")),
                story.id("d001"));
    }

    /** What others were told of what is silent, in this order. */
    private static List<String> events(Story story) {
        return AlertTopic.told(story).stream()
                .filter(event -> List.of("acknowledged", "resumed", "snoozed").contains(event))
                .toList();
    }
}
