package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.workinggroups.Api.asRegistrar;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class DeadlineResourceTest {

    @Test
    void a_deadline_is_completed_reopened_and_waived_and_tells_its_history() {
        var deadline = deadline();

        command(deadline, "completion", "{\"on\": \"2025-09-17\", \"note\": \"by letter\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("MET"))
                .body("metOn", equalTo("2025-09-17"));
        command(deadline, "reopening", "{\"reason\": \"the letter was withdrawn\"}")
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("scheduleNo", equalTo(1));
        command(deadline, "waiver", "{\"reason\": \"liaison officers instead\"}")
                .statusCode(200)
                .body("status", equalTo("WAIVED"))
                .body(
                        "history.cause",
                        contains(
                                "commitment C-01 was opened",
                                "met on 2025-09-17: by letter",
                                "reopened: the letter was withdrawn",
                                "waived: liaison officers instead"));

        await().untilAsserted(() -> assertThat(Broker.told("mou.deadlines.v1", deadline))
                .extracting(Broker.Told::type)
                .containsExactly(
                        "mou.deadline.opened.v1",
                        "mou.deadline.met.v1",
                        "mou.deadline.reopened.v1",
                        "mou.deadline.waived.v1"));
        assertThat(Broker.told("mou.deadlines.v1", deadline))
                .extracting(told -> told.data().get("version").asInt())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_extension_to_a_date_moves_the_deadline() {
        var deadline = deadline();

        command(deadline, "extension", "{\"to\": \"2025-10-31\", \"reason\": \"exchange of notes\"}")
                .statusCode(200)
                .body("lastDay", equalTo("2025-10-31"))
                .body("dueAt", equalTo("2025-10-31T22:00:00Z"))
                .body("scheduleNo", equalTo(2))
                .body("explanation.step", contains("EXTENSION"))
                .body("explanation.because", contains("extended: exchange of notes"))
                .body("history[1].from", equalTo("2025-10-17"))
                .body("history[1].to", equalTo("2025-10-31"));

        await().untilAsserted(() -> {
            var told = Broker.told("mou.deadlines.v1", deadline).getLast();
            assertThat(told.type()).isEqualTo("mou.deadline.rescheduled.v1");
            assertThat(told.data().at("/change/cause").asText()).isEqualTo("extended: exchange of notes");
        });
    }

    @Test
    void an_extension_to_a_rule_is_evaluated_anew() {
        command(deadline(), "extension", """
                        {"to": {"anchor": {"event": "STATEMENT_MADE"}, "steps": [{"kind": "WORKING_DAYS", "days": 30}],
                                "calendars": {"mode": "ALL_OPEN", "authorities": ["PK", "PS"]}},
                         "reason": "working days were meant"}""")
                .statusCode(200)
                .body("lastDay", equalTo("2025-11-10"))
                .body("rule.steps[0].kind", equalTo("WORKING_DAYS"))
                .body("rule.clock.mode", equalTo("LATEST"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            completion | {"on": "2025-09-18"}                        | on
            completion | {"on": "2025-09-16"}                        | on
            completion | {"note": "done"}                            | on
            completion | {"on": "yesterday"}                         | on
            completion | {"on": "2025-09-17", "who": "me"}           | who
            extension  | {"to": "2025-10-17", "reason": "agreed"}    | to
            extension  | {"to": "2025-09-01", "reason": "agreed"}    | to
            extension  | {"to": "31 October", "reason": "agreed"}    | to
            extension  | {"to": 20251031, "reason": "agreed"}        | to
            extension  | {"to": "2025-10-31", "reason": " "}         | reason
            extension  | {"reason": "agreed"}                        | to
            extension  | {"to": {"steps": []}, "reason": "agreed"}   | to.anchor
            extension  | {"to": {"anchor": {"event": "PUBLICATION"}, "steps": []}, "reason": "agreed"} | to
            waiver     | {"reason": ""}                              | reason
            waiver     | {}                                          | reason
            reopening  | {"reason": null}                            | reason
            """)
    void a_bad_command_names_its_field_and_changes_nothing(String command, String body, String field) {
        var deadline = deadline();

        command(deadline, command, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));

        assertThat(Api.get("/api/v1/deadlines/" + deadline).getInt("version")).isEqualTo(1);
    }

    @Test
    void a_command_that_the_state_forbids_is_refused_with_the_rule() {
        var deadline = deadline();
        command(deadline, "reopening", "{\"reason\": \"why not\"}")
                .statusCode(409)
                .body("detail", equalTo("a deadline that is ACTIVE is open already"));
        command(deadline, "waiver", "{\"reason\": \"not needed\"}").statusCode(200);
        command(deadline, "completion", "{\"on\": \"2025-09-17\"}")
                .statusCode(409)
                .body("detail", equalTo("a deadline that is WAIVED cannot be met"));
        command(deadline, "extension", "{\"to\": \"2025-12-31\", \"reason\": \"agreed\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/rule-violated"));
    }

    @Test
    void a_stale_command_is_refused_and_one_without_a_version_is_not() {
        var deadline = deadline();

        sending("{\"reason\": \"not needed\"}")
                .header("If-Match", "\"9\"")
                .post("/api/v1/deadlines/" + deadline + "/waiver")
                .then()
                .statusCode(412);
        sending("{\"reason\": \"not needed\"}")
                .header("If-Match", "\"1\"")
                .post("/api/v1/deadlines/" + deadline + "/waiver")
                .then()
                .statusCode(200);
    }

    @Test
    void deadlines_are_listed_by_due_instant_and_those_without_one_come_last() {
        var agreement = UUID.randomUUID();
        Broker.tell(new Seed(agreement, UUID.randomUUID()).signed());
        for (var days : List.of("P90D", "P10D", "P40D")) {
            Broker.tell(promise(agreement, "SIGNATURE", days));
        }
        Broker.tell(promise(agreement, "PUBLICATION", "P1D"));
        var path = "/api/v1/deadlines?agreement=" + agreement;
        await().until(() -> Api.get(path).getList("items").size() == 4);

        var seen = new ArrayList<Object>();
        String next = null;
        do {
            var page = Api.get(path + "&limit=1" + (next == null ? "" : "&cursor=" + next));
            seen.addAll(page.getList("items.lastDay"));
            next = page.getString("next");
        } while (next != null);

        assertThat(seen).hasToString("[2025-09-27, 2025-10-27, 2025-12-16, null]");
        assertThat(Api.get(path + "&status=AWAITING_ANCHOR").getList("items")).hasSize(1);
        assertThat(Api.get(path + "&kind=DELIVERY").getList("items")).hasSize(4);
        assertThat(Api.get(path + "&dueBefore=2025-10-27").getList("items.lastDay"))
                .asString()
                .isEqualTo("[2025-09-27]");
        assertThat(Api.get(path + "&dueAfter=2025-10-27").getList("items.lastDay"))
                .asString()
                .isEqualTo("[2025-12-16]");
        assertThat(Api.get(path + "&derived=DUE_SOON").getList("items.lastDay"))
                .asString()
                .isEqualTo("[2025-09-27]");
        assertThat(Api.get(path + "&derived=OVERDUE").getList("items")).isEmpty();
        assertThat(Api.get(path + "&derived=UPCOMING").getList("items.lastDay"))
                .asString()
                .isEqualTo("[2025-10-27, 2025-12-16]");
        assertThat(Api.get(path + "&responsible=PK").getList("items")).hasSize(4);
        assertThat(Api.get(path + "&responsible=PS&derived=DUE_SOON").getList("items"))
                .hasSize(1);
        assertThat(Api.get(path + "&responsible=P").getList("items")).isEmpty();
        assertThat(Api.get(path).getList("items.derived")).hasToString("[DUE_SOON, null, null, null]");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=many, limit",
        "cursor=abc, cursor",
        "status=LATE, status",
        "derived=MET, derived",
        "kind=PARTY, kind",
        "agreement=1, agreement",
        "dueBefore=soon, dueBefore",
        "dueAfter=2025-02-30, dueAfter",
        "colour=red, colour"
    })
    void a_bad_parameter_is_named(String query, String field) {
        asRegistrar()
                .get("/api/v1/deadlines?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void a_party_that_no_database_can_hold_is_named() {
        asRegistrar()
                .queryParam("responsible", "\0")
                .get("/api/v1/deadlines")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("responsible"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        asRegistrar().get("/api/v1/deadlines/" + UUID.randomUUID()).then().statusCode(404);
        asRegistrar().get("/api/v1/deadlines/one").then().statusCode(404);
        command(UUID.randomUUID().toString(), "waiver", "{\"reason\": \"why\"}").statusCode(404);
        asRegistrar().get("/api/v1/working-groups/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static org.moutracker.workinggroups.Sample promise(UUID agreement, String event, String period) {
        return new Seed(agreement, UUID.randomUUID())
                .opened()
                .with("kind", "DELIVERABLE")
                .with("body", null)
                .with(
                        "rule",
                        Map.of(
                                "anchor", Map.of("event", event),
                                "steps", List.of(Map.of("kind", "WITHIN", "period", period))));
    }

    private static String deadline() {
        return Api.deadlineOf(Seed.told().agreement()).getString("id");
    }

    private static ValidatableResponse command(String deadline, String command, String body) {
        return sending(body)
                .post("/api/v1/deadlines/" + deadline + "/" + command)
                .then();
    }
}
