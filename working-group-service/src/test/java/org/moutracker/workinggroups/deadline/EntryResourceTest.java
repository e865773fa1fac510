package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class EntryResourceTest {

    @Inject
    Rows rows;

    @Test
    void a_deadline_is_entered_for_a_group_and_shows_where_it_comes_from() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");

        enter("""
                {"workingGroupId": "%s", "kind": "ACTION", "title": "Send the list of trainees",
                 "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}, "responsible": ["PS"],
                 "basis": "GROUP_DECISION", "clause": "decision 4"}""".formatted(group))
                .statusCode(201)
                .header("Location", containsString("/api/v1/deadlines/"))
                .header("ETag", equalTo("\"1\""))
                .body("agreementId", equalTo(seed.agreement().toString()))
                .body("workingGroupId", equalTo(group))
                .body("commitmentId", nullValue())
                .body("status", equalTo("ACTIVE"))
                .body("lastDay", equalTo("2025-11-15"))
                .body("dueAt", equalTo("2025-11-15T22:00:00Z"))
                .body("responsible.party", equalTo(List.of("PS")))
                .body("origin.basis", equalTo("GROUP_DECISION"))
                .body("history[0].cause", equalTo("entered by a person"));
    }

    @Test
    void it_arms_itself_when_the_fact_that_it_waits_for_is_recorded() {
        var seed = Seed.told();
        var id = id(enter(entry(seed, """
                "kind": "DELIVERY", "title": "Publish it",
                "rule": {"anchor": {"event": "PUBLICATION"}, "steps": [{"kind": "WITHIN", "period": "P10D"}]}""")));
        assertThat(Api.get("/api/v1/deadlines/" + id).getString("status")).isEqualTo("AWAITING_ANCHOR");

        Broker.tell(seed.signed(Map.of("PUBLICATION", "2025-09-20", "STATEMENT_MADE", "2025-09-17")));

        await().until(() ->
                Api.get("/api/v1/deadlines/" + id).getString("status").equals("ACTIVE"));
        assertThat(Api.get("/api/v1/deadlines/" + id).getString("lastDay")).isEqualTo("2025-09-30");
    }

    @Test
    void it_arms_itself_when_the_group_is_established() {
        var seed = Seed.told();
        var group = Api.groupOf(seed.agreement()).getString("id");
        var id = id(enter(entry(seed, """
                "workingGroupId": "%s", "kind": "REPORT", "title": "First report",
                "rule": {"anchor": {"event": "GROUP_ESTABLISHED"}, "steps": [{"kind": "WITHIN", "period": "P6M"}]}""".formatted(group))));

        Api.nominate(group, "PK", "CO_CHAIR").then().statusCode(201);
        Api.nominate(group, "PS", "CO_CHAIR").then().statusCode(201);

        var armed = Api.get("/api/v1/deadlines/" + id);
        assertThat(armed.getString("status")).isEqualTo("ACTIVE");
        assertThat(armed.getString("lastDay")).isEqualTo("2026-03-17");
        // An event of the agreement does not take away what is recorded here.
        Broker.tell(seed.signed(Map.of("STATEMENT_MADE", "2025-09-18")));
        await().until(() -> Api.deadlineOfKind(seed.agreement(), "ESTABLISHMENT")
                        .getList("history")
                        .size()
                > 1);
        assertThat(Api.get("/api/v1/deadlines/" + id).getString("status")).isEqualTo("ACTIVE");
    }

    @Test
    void it_need_not_be_kept_after_the_legal_events_that_it_names() {
        var seed = Seed.told();
        var id = id(enter(entry(seed, """
                "kind": "REPORT", "title": "Report", "unless": ["TERMINATION_NOTICE_GIVEN"],
                "rule": {"anchor": {"on": "2026-01-31"}, "steps": []}""")));

        Broker.tell(seed.signed().with("happened", List.of("SIGNED", "TERMINATION_NOTICE_GIVEN")));
        await().until(() ->
                Api.get("/api/v1/deadlines/" + id).getString("status").equals("CANCELLED"));
        assertThat(Api.get("/api/v1/deadlines/" + id).getList("history.cause").getLast())
                .isEqualTo("it need not be kept: TERMINATION_NOTICE_GIVEN");

        Broker.tell(seed.signed().with("happened", List.of("SIGNED")));
        await().until(() ->
                Api.get("/api/v1/deadlines/" + id).getString("status").equals("ACTIVE"));
    }

    @Test
    void what_recurs_goes_on_when_a_time_is_done_or_has_passed() {
        var morning = TestStack.clock().instant();
        try {
            var seed = Seed.told();
            var first = id(enter(entry(seed, """
                    "kind": "REPORT", "title": "Quarterly report", "recurrence": {"every": "P3M", "times": 3},
                    "rule": {"anchor": {"on": "2025-09-20"}, "steps": []}""")));

            sending("{\"on\": \"2025-09-17\"}")
                    .post("/api/v1/deadlines/" + first + "/completion")
                    .then()
                    .statusCode(200);
            assertThat(times(seed)).containsExactly("2025-09-20 MET", "2025-12-20 ACTIVE");

            TestStack.clock().set(Instant.parse("2025-12-21T12:00:00Z"));
            await().untilAsserted(() -> assertThat(times(seed))
                    .containsExactly("2025-09-20 MET", "2025-12-20 ACTIVE", "2026-03-20 ACTIVE"));

            TestStack.clock().set(Instant.parse("2026-04-01T12:00:00Z"));
            await().until(() -> Api.get("/api/v1/deadlines?derived=OVERDUE&kind=REPORT&agreement=" + seed.agreement())
                            .getList("items")
                            .size()
                    == 2);
            assertThat(times(seed)).hasSize(3);
        } finally {
            TestStack.clock().begin(morning, Speed.STILL);
        }
    }

    @Test
    void what_is_internal_to_a_side_is_seen_and_heard_of_by_that_side_alone() {
        var seed = Seed.told();
        var body = entry(seed, """
                "kind": "DECISION", "title": "Decide", "internalTo": "PK",
                "rule": {"anchor": {"deadline": "C-01", "when": "DUE"}, "steps": [{"kind": "AT_LEAST_BEFORE", "period": "P7D"}]}""");
        sending(body)
                .post("/api/v1/deadlines")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("internalTo"));

        var id = as("officer", "PK")
                .body(body)
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201)
                .body("internalTo", equalTo("PK"))
                .body("lastDay", equalTo("2025-10-10"))
                .body("responsible.party", equalTo(List.of("PK")))
                .extract()
                .jsonPath()
                .getString("id");

        var path = "/api/v1/deadlines/" + id;
        as("officer", "PK").get(path).then().statusCode(200);
        as("officer", "PS").get(path).then().statusCode(404);
        Api.asRegistrar().get(path).then().statusCode(404);
        as("officer", "PS")
                .body("{\"reason\": \"no\"}")
                .post(path + "/waiver")
                .then()
                .statusCode(404);
        assertThat(ids(as("officer", "PK"), seed)).contains(id);
        assertThat(ids(as("officer", "PS"), seed)).doesNotContain(id);
        assertThat(ids(Api.asRegistrar(), seed)).doesNotContain(id);
        await().untilAsserted(() ->
                assertThat(Broker.told("mou.internal-deadlines.v1", id)).hasSize(1));
        assertThat(Broker.told("mou.deadlines.v1", id)).isEmpty();
        assertThat(Broker.told("mou.deadlines.state.v1", id)).isEmpty();
    }

    @Test
    void a_deadline_that_was_entered_wrongly_is_voided_and_keeps_its_history() {
        var seed = Seed.told();
        var id = id(enter(entry(seed, """
                "kind": "ACTION", "title": "Wrong", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}""")));

        sending("{\"reason\": \"entered twice\"}")
                .post("/api/v1/deadlines/" + id + "/voiding")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("history.cause", hasItem("cancelled: entered twice"));
        sending("{\"reason\": \"no\"}")
                .post("/api/v1/deadlines/" + id + "/reopening")
                .then()
                .statusCode(409);
    }

    @Test
    void the_same_key_enters_it_once() {
        var body = entry(Seed.told(), """
                "kind": "ACTION", "title": "Once", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}""");
        var key = UUID.randomUUID().toString();

        var first = id(sending(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201));
        var again = id(sending(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201));

        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind           | "kind": "ESTABLISHMENT", "title": "T", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            kind           | "kind": "EXPIRY", "title": "T", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            kind           | "kind": "PARTY", "title": "T", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            title          | "kind": "ACTION", "title": " ", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            rule.anchor.on | "kind": "ACTION", "title": "T", "rule": {"anchor": {"on": "2025-02-30"}, "steps": []}
            rule.anchor    | "kind": "ACTION", "title": "T", "rule": {"anchor": {"deadline": "C-99", "when": "MET"}, "steps": []}
            rule.anchor    | "kind": "ACTION", "title": "T", "rule": {"anchor": {"deadline": "01995778-0000-7000-8000-000000000000", "when": "DUE"}, "steps": []}
            rule.calendars.authorities[0] | "kind": "ACTION", "title": "T", "rule": {"anchor": {"on": "2025-11-15"}, "steps": [{"kind": "WORKING_DAYS", "days": 3}], "calendars": {"authorities": ["ATLANTIS"]}}
            rule.steps[0].period | "kind": "ACTION", "title": "T", "rule": {"anchor": {"on": "2025-11-15"}, "steps": [{"kind": "WITHIN", "period": "-P3D"}]}
            recurrence     | "kind": "ACTION", "title": "T", "recurrence": {"every": "P0D"}, "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            recurrence.every | "kind": "ACTION", "title": "T", "recurrence": {"every": "P1M3.5D"}, "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            responsible[0] | "kind": "ACTION", "title": "T", "responsible": ["FR"], "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            unless[0]      | "kind": "ACTION", "title": "T", "unless": ["TIRED"], "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            internalTo     | "kind": "ACTION", "title": "T", "internalTo": "FR", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            basis          | "kind": "ACTION", "title": "T", "basis": "RUMOUR", "rule": {"anchor": {"on": "2025-11-15"}, "steps": []}
            """)
    void a_bad_entry_names_its_field_and_stores_nothing(String field, String rest) {
        var seed = Seed.told();
        Api.deadlineOf(seed.agreement());
        var before = rows.ask("SELECT count(*) FROM deadline");

        enter(entry(seed, rest)).statusCode(400).body("violations[0].field", equalTo(field));

        assertThat(rows.ask("SELECT count(*) FROM deadline")).isEqualTo(before);
    }

    @Test
    void an_agreement_or_group_that_nobody_knows_is_named() {
        var rule =
                "\"kind\": \"ACTION\", \"title\": \"T\", \"rule\": {\"anchor\": {\"on\": \"2025-11-15\"}, \"steps\": []}";
        enter("{" + rule + "}").statusCode(400).body("violations[0].field", equalTo("agreementId"));
        enter("{\"agreementId\": \"%s\", %s}".formatted(UUID.randomUUID(), rule))
                .statusCode(400)
                .body("violations[0].field", equalTo("agreementId"));
        enter("{\"workingGroupId\": \"%s\", %s}".formatted(UUID.randomUUID(), rule))
                .statusCode(400)
                .body("violations[0].field", equalTo("workingGroupId"));
    }

    private static List<String> times(Seed seed) {
        var list = Api.get("/api/v1/deadlines?kind=REPORT&agreement=" + seed.agreement());
        var days = list.<String>getList("items.lastDay");
        var states = list.<String>getList("items.status");
        return IntStream.range(0, days.size())
                .mapToObj(i -> days.get(i) + " " + states.get(i))
                .toList();
    }

    private static List<String> ids(RequestSpecification who, Seed seed) {
        return who.get("/api/v1/deadlines?agreement=" + seed.agreement())
                .jsonPath()
                .getList("items.id");
    }

    private static RequestSpecification as(String role, String party) {
        return Api.asRegistrar().auth().oauth2(TestStack.token(role, party)).contentType("application/json");
    }

    private static String entry(Seed seed, String rest) {
        Api.deadlineOfKind(seed.agreement(), "ESTABLISHMENT");
        return "{\"agreementId\": \"%s\", %s}".formatted(seed.agreement(), rest);
    }

    private static ValidatableResponse enter(String body) {
        return sending(body).post("/api/v1/deadlines").then();
    }

    private static String id(ValidatableResponse entered) {
        return entered.statusCode(201).extract().jsonPath().getString("id");
    }
}
