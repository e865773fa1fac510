package org.moutracker.agreements.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Decided;
import org.moutracker.agreements.Told;

/** What the sides say about a commitment, over HTTP; today is 2025-09-17, the day of signature. */
@AgreementsTest
class ProgressResourceTest {

    @Inject
    AgroalDataSource database;

    @Test
    void dispute_and_confirmation() {
        var training = Training.promised();
        training.report("PK", "PROGRESS", ", \"value\": 30")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/commitments/" + training.id()))
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("IN_PROGRESS"))
                .body("reached.value", equalTo(30))
                .body("reached.share", equalTo(0.25f))
                .body("lastReportedOn", equalTo("2025-09-17"))
                .body("positions", nullValue());
        training.report("PK-FIN", "FULFILLED", """
                , "value": 120, "evidence": [{"title": "List of participants", "uri": "https://example.org/list.pdf"}]
                """)
                .then()
                .statusCode(201)
                .body("status", equalTo("REPORTED_FULFILLED"))
                .body("positions.side", contains("PK"))
                .body("positions.word", contains("REPORTED"));
        training.post("disputes", """
                {"party": "PS", "on": "2025-09-17", "reason": "Ten were not admitted",
                 "onBehalf": {"note": "PS/2025/14", "dated": "2025-09-17"}}
                """)
                .then()
                .statusCode(201)
                .body("status", equalTo("DISPUTED"))
                .body("positions.word", contains("REPORTED", "DISPUTED"));
        training.report("PK", "PROGRESS", "").then().statusCode(201).body("status", equalTo("IN_PROGRESS"));
        training.report("PK", "FULFILLED", "").then().body("status", equalTo("REPORTED_FULFILLED"));
        training.confirm("PS")
                .then()
                .statusCode(201)
                .body("status", equalTo("FULFILLED"))
                .body("positions.word", contains("REPORTED", "CONFIRMED"))
                .body("reached.value", equalTo(120));

        training.list("reports")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        contains("PROGRESS_REPORT", "FULFILMENT_REPORT", "PROGRESS_REPORT", "FULFILMENT_REPORT"))
                .body("items.party", contains("PK", "PK-FIN", "PK", "PK"))
                .body("items[1].side", equalTo("PK"))
                .body("items[1].evidence[0].uri", equalTo("https://example.org/list.pdf"))
                .body("items[1].statusBefore", equalTo("IN_PROGRESS"))
                .body("items[1].statusAfter", equalTo("REPORTED_FULFILLED"))
                .body("items[0].recordedBy", equalTo("local-registrar"));
        training.list("history")
                .then()
                .statusCode(200)
                .body("items[2].kind", equalTo("DISPUTE"))
                .body("items[2].text", equalTo("Ten were not admitted"))
                .body("items[2].onBehalf.note", equalTo("PS/2025/14"))
                .body("items[5].kind", equalTo("CONFIRMATION"))
                .body("items[5].statusAfter", equalTo("FULFILLED"));
        assertThat(Told.of("mou.commitments.v1", training.id()))
                .extracting(Told::type)
                .containsExactly(
                        "mou.commitment.opened.v1",
                        "mou.commitment.progress-reported.v1",
                        "mou.commitment.reported-fulfilled.v1",
                        "mou.commitment.disputed.v1",
                        "mou.commitment.progress-reported.v1",
                        "mou.commitment.reported-fulfilled.v1",
                        "mou.commitment.fulfilled.v1");
        var last = Told.of("mou.commitments.v1", training.id()).getLast().state();
        assertThat(last.get("version").asInt()).isEqualTo(7);
        assertThat(last.at("/positions/1/word").asText()).isEqualTo("CONFIRMED");
        training.read().then().header("ETag", equalTo("\"7\""));
    }

    @Test
    void a_rule_that_forbids_it_is_a_sentence_and_changes_nothing() {
        var training = Training.promised();
        training.confirm("PS")
                .then()
                .statusCode(409)
                .body("detail", equalTo("nobody has reported commitment C-02 fulfilled"));
        training.dispute("PS").then().statusCode(409);
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        training.confirm("PK-FIN")
                .then()
                .statusCode(409)
                .body("detail", containsString("PK has reported commitment C-02 fulfilled itself"));
        training.conclude("NOT_FULFILLED", "PK-FIN")
                .then()
                .statusCode(409)
                .body("detail", containsString("still missing is PS"));
        training.post("corrections", "{\"reason\": \"misread\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("there is nothing to take back"));

        training.read().then().header("ETag", equalTo("\"2\"")).body("status", equalTo("REPORTED_FULFILLED"));
        training.list("history").then().body("items.kind", contains("FULFILMENT_REPORT"));
    }

    @Test
    void a_side_that_a_commitment_does_not_concern_has_no_say() {
        var agreement = Training.mou(Training.PROMISED);
        agreement.withArray("parties").add(Training.json("""
                {"code": "CN", "organization":
                  {"name": "Ministry of Health", "kind": "MINISTRY", "country": "CN", "zone": "Asia/Shanghai", "calendar": "CN"}}
                """));
        agreement.withArray("signatures").add(Training.json("{\"party\": \"CN\", \"signedOn\": \"2025-09-17\"}"));
        var registered = register(agreement);
        var training =
                new Training(registered.path("id"), registered.path("commitments.find { it.code == 'C-02' }.id"));
        training.report("CN", "PROGRESS", "")
                .then()
                .statusCode(409)
                .body("detail", equalTo("CN neither owes commitment C-02 nor is it owed to it"));
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        training.confirm("PS").then().statusCode(201).body("status", equalTo("FULFILLED"));

        var joint = new Training("", registered.path("commitments.find { it.code == 'C-01' }.id"));
        joint.report("PK", "FULFILLED", "").then().statusCode(201);
        joint.confirm("PS").then().statusCode(201).body("status", equalTo("REPORTED_FULFILLED"));
        joint.report("CN", "FULFILLED", "").then().statusCode(201).body("status", equalTo("FULFILLED"));
    }

    @Test
    void all_sides_say_what_came_of_it_and_can_take_that_back() {
        var training = Training.promised();
        training.report("PK", "PROGRESS", "").then().statusCode(201);
        training.post("outcomes", """
                {"as": "PARTIALLY_FULFILLED", "reason": "The rest is left out", "words": [
                  {"party": "PK", "on": "2025-09-17"},
                  {"party": "PS", "on": "2025-09-17", "onBehalf": {"note": "PS/2025/15", "dated": "2025-09-17"}}]}
                """).then().statusCode(201).body("status", equalTo("PARTIALLY_FULFILLED"));
        training.report("PK", "PROGRESS", "")
                .then()
                .statusCode(409)
                .body("detail", equalTo("commitment C-02 is PARTIALLY_FULFILLED already"));

        training.post("corrections", "{\"reason\": \"The note was about another commitment\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_PROGRESS"));
        training.conclude("WAIVED", "PK", "PS").then().statusCode(201).body("status", equalTo("WAIVED"));

        training.list("history")
                .then()
                .body("items.kind", contains("PROGRESS_REPORT", "OUTCOME", "CORRECTION", "OUTCOME"))
                .body("items[1].words.party", contains("PK", "PS"))
                .body("items[1].words[1].onBehalf.note", equalTo("PS/2025/15"))
                .body("items[2].text", equalTo("The note was about another commitment"))
                .body("items[2].statusBefore", equalTo("PARTIALLY_FULFILLED"));
        training.list("history?kind=OUTCOME")
                .then()
                .body("items.statusAfter", contains("PARTIALLY_FULFILLED", "WAIVED"));
        assertThat(Told.of("mou.commitments.v1", training.id()))
                .extracting(Told::type)
                .endsWith(
                        "mou.commitment.partially-fulfilled.v1",
                        "mou.commitment.resumed.v1",
                        "mou.commitment.waived.v1");
    }

    @Test
    void what_a_group_decides_stands_in_the_history_and_is_not_for_the_sides_to_correct() {
        var training = Training.promised();
        Decided.fresh().tell("ADOPTED", Decided.close(training.id(), "WAIVED"));
        await().until(() -> training.read().path("status").equals("WAIVED"));

        training.post("corrections", "{\"reason\": \"misread\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("void with its decision"));
        training.list("history")
                .then()
                .body("items.kind", contains("DECISION"))
                .body("items.text", contains("decision D-2026-01"))
                .body("items.recordedBy", contains("system"));
    }

    @Test
    void the_same_key_reports_once() {
        var training = Training.promised();
        var key = UUID.randomUUID().toString();
        var report = "{\"party\": \"PK\", \"on\": \"2025-09-17\", \"done\": \"The course\"}";

        training.post("reports", key, report).then().statusCode(201);
        training.post("reports", key, report).then().statusCode(201).header("ETag", equalTo("\"2\""));
        training.post("reports", key, report.replace("The course", "Another"))
                .then()
                .statusCode(422);

        training.list("reports").then().body("items", hasSize(1));
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        var confirmation = "{\"party\": \"PS\", \"on\": \"2025-09-17\"}";
        var other = UUID.randomUUID().toString();
        training.post("confirmations", other, confirmation).then().statusCode(201);
        training.post("confirmations", other, confirmation)
                .then()
                .statusCode(201)
                .body("status", equalTo("FULFILLED"));
    }

    @Test
    void what_is_based_on_another_version_is_stale() {
        var training = Training.promised();
        training.report("PK", "FULFILLED", "").then().statusCode(201);

        sending("{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .header("If-Match", "\"1\"")
                .post("/api/v1/commitments/" + training.id() + "/confirmations")
                .then()
                .statusCode(412);
        sending("{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .header("If-Match", "\"2\"")
                .post("/api/v1/commitments/" + training.id() + "/confirmations")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            party          | "US"                                        | is not the code of a party of this agreement
            party          | ""                                          | must not be blank
            on             | "2025-09-18"                                | must not be after today, 2025-09-17
            on             | "2025-09-16"                                | must not be before the agreement was signed, 2025-09-17
            on             | null                                        | must not be null
            on             | "2025-09"                                   | *
            done           | " "                                         | must not be blank
            kind           | "DONE"                                      | *
            value          | 1.1234567                                   | *
            value          | "many"                                      | *
            onBehalf       | {"note": "1", "dated": "2025-09-18"}        | onBehalf.dated must not be after today, 2025-09-17
            onBehalf       | {"dated": "2025-09-17"}                     | onBehalf.note must not be blank
            onBehalf       | {"note": "1"}                               | onBehalf.dated must not be null
            evidence       | [{"uri": "https://example.org"}]            | evidence[0].title must not be blank
            evidence       | [{"title": "A", "uri": "javascript:run()"}] | evidence[0].uri must be absolute, by http, https or urn
            evidence       | [{"title": "A", "uri": "list.pdf"}]         | evidence[0].uri must be absolute, by http, https or urn
            evidence       | [null]                                      | *
            mood           | "good"                                      | *
            """)
    void a_report_that_cannot_be_meant_names_the_field(String field, String value, String message) {
        var training = Training.promised();
        var report = Training.json("{\"party\": \"PK\", \"on\": \"2025-09-17\", \"done\": \"The course\"}");
        report.setAll(Training.json("{\"%s\": %s}".formatted(field, value)));

        var answer = training.post("reports", report.toString());

        answer.then().statusCode(400);
        var violation = answer.<String>path("violations[0].field") + " " + answer.<String>path("violations[0].message");
        assertThat(violation).contains(message.equals("*") ? field : message);
        training.read().then().body("status", equalTo("OPEN"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confirmations | {"party": "US", "on": "2025-09-17"}                                  | party
            confirmations | {"party": "PS", "on": "2025-09-18"}                                  | on
            confirmations | {"party": "PS"}                                                      | on
            disputes      | {"party": "PS", "on": "2025-09-17"}                                  | reason
            disputes      | {"party": "US", "on": "2025-09-17", "reason": "No"}                  | party
            outcomes      | {"as": "FULFILLED", "reason": "Done", "words": []}                   | as
            outcomes      | {"as": "WAIVED", "reason": "Done", "words": []}                      | words
            outcomes      | {"as": "WAIVED", "words": [{"party": "PS", "on": "2025-09-17"}]}     | reason
            outcomes      | {"as": "WAIVED", "reason": "A", "words": [{"party": "US", "on": "2025-09-17"}]} | words[0].party
            outcomes      | {"as": "WAIVED", "reason": "A", "words": [{"party": "PS", "on": "2025-09-18"}]} | words[0].on
            corrections   | {"reason": ""}                                                       | reason
            """)
    void an_answer_that_cannot_be_meant_names_the_field(String what, String body, String field) {
        var training = Training.promised();
        training.report("PK", "FULFILLED", "").then().statusCode(201);

        training.post(what, body).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void a_value_needs_a_target() {
        var training = Training.promised(Training.PROMISED.replaceAll("(?s),\\s*\"target\":.*", "}"));

        training.report("PK", "PROGRESS", ", \"value\": 3")
                .then()
                .statusCode(400)
                .body("violations.field", contains("value"));
    }

    @Test
    void nobody_reports_under_an_agreement_that_is_not_signed_or_on_what_is_not_known() {
        var draft = Training.mou(Training.PROMISED);
        draft.withArray("signatures").remove(1);
        var registered = register(draft);
        var training =
                new Training(registered.path("id"), registered.path("commitments.find { it.code == 'C-02' }.id"));

        training.report("PK", "PROGRESS", "")
                .then()
                .statusCode(409)
                .body("detail", containsString("is not signed, so it binds nobody yet"));
        for (var what : new String[] {"reports", "history"}) {
            Training.unknown().list(what).then().statusCode(404);
        }
        Training.unknown().report("PK", "PROGRESS", "").then().statusCode(404);
        Training.unknown().confirm("PS").then().statusCode(404);
        Training.unknown().dispute("PS").then().statusCode(404);
        Training.unknown().conclude("WAIVED", "PS").then().statusCode(404);
        Training.unknown().post("corrections", "{\"reason\": \"A\"}").then().statusCode(404);
    }

    @Test
    void a_history_is_read_a_page_at_a_time() {
        var training = Training.promised();
        for (var i = 0; i < 5; i++) {
            training.report("PK", "PROGRESS", ", \"value\": " + i).then().statusCode(201);
        }

        var first = training.list("reports?limit=2");
        first.then().statusCode(200).body("items.value", contains(0, 1)).header("Link", containsString("rel=\"next\""));
        var second = training.list("reports?limit=2&cursor=" + first.path("next"));
        second.then().body("items.value", contains(2, 3)).body("next", notNullValue());
        training.list("reports?limit=2&cursor=" + second.path("next"))
                .then()
                .body("items.value", contains(4))
                .body("next", nullValue());
        training.list("history?limit=0").then().statusCode(400).body("violations.field", contains("limit"));
        training.list("history?cursor=x").then().statusCode(400).body("violations.field", contains("cursor"));
    }

    @Test
    void the_service_cannot_change_or_remove_what_was_said() throws SQLException {
        var training = Training.promised();
        training.report("PK", "PROGRESS", "").then().statusCode(201);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE commitment_entry SET text = 'nothing'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM commitment_entry"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void target_weight_and_dependencies_are_shown_and_left_out_where_there_are_none() {
        var training = Training.promised();
        training.read()
                .then()
                .body("target.indicator", equalTo("Professionals trained"))
                .body("target.target", equalTo(120))
                .body("weight", equalTo(2))
                .body("dependsOn", contains("C-01"));
        asRegistrar()
                .get("/api/v1/commitments?agreement=" + training.agreement())
                .then()
                .body("items[0].target", nullValue())
                .body("items[0].weight", nullValue())
                .body("items[0].dependsOn", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weight    | 0                                                  | commitments[1].weight
            weight    | -1                                                 | commitments[1].weight
            weight    | 1000001                                            | commitments[1].weight
            weight    | "much"                                             | commitments[1].weight
            target    | {"target": 3}                                      | commitments[1].target.indicator
            target    | {"indicator": "A"}                                 | commitments[1].target.target
            target    | {"indicator": "A", "baseline": 3.0, "target": 3}   | commitments[1].target.target
            target    | {"indicator": "A", "target": 0}                    | commitments[1].target.target
            dependsOn | ["C-02"]                                           | commitments[1].dependsOn[0]
            dependsOn | ["C-01", "C-09"]                                   | commitments[1].dependsOn[1]
            """)
    void a_target_weight_or_dependency_that_cannot_be_meant_names_the_field(String field, String value, String named) {
        var commitment = Training.json(Training.PROMISED);
        commitment.setAll(Training.json("{\"%s\": %s}".formatted(field, value)));

        register(Training.mou(commitment.toString())).then().statusCode(400).body("violations.field", contains(named));
    }

    @Test
    void an_amendment_changes_them_like_all_other_terms() {
        var training = Training.promised();
        training.report("PK", "PROGRESS", ", \"value\": 30").then().statusCode(201);
        var amendment = """
                {"title": {"en": "Twice as many"}, "instrument": "EXCHANGE_OF_LETTERS",
                 "changes": {"commitments": {"C-01": {"dependsOn": %s},
                                             "C-02": {"target": {"target": 240}, "weight": 3, "dependsOn": []}}},
                 "consents": [{"party": "PK", "on": "2025-09-17"}, {"party": "PS", "on": "2025-09-17"}]}
                """;
        var amendments = "/api/v1/agreements/" + training.agreement() + "/amendments";
        sending(amendment.formatted("[\"C-01\"]"))
                .post(amendments)
                .then()
                .statusCode(400)
                .body("violations.field", contains("changes.commitments.C-01.dependsOn[0]"));

        sending(amendment.formatted("[\"C-02\"]"))
                .post(amendments)
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_EFFECT"))
                .body(
                        "differences.field",
                        contains(
                                "commitments.C-01.dependsOn",
                                "commitments.C-02.dependsOn",
                                "commitments.C-02.target.target",
                                "commitments.C-02.weight"));

        training.read()
                .then()
                .body("target.target", equalTo(240))
                .body("target.unit", equalTo("persons"))
                .body("weight", equalTo(3))
                .body("dependsOn", nullValue())
                .body("status", equalTo("IN_PROGRESS"))
                .body("reached.share", equalTo(0.125f));
    }

    @Test
    void commitments_are_found_by_status_kind_and_who_owes_them() {
        var training = Training.promised();
        var joint = asRegistrar()
                .get("/api/v1/commitments?agreement=%s&kind=ESTABLISH_BODY".formatted(training.agreement()))
                .<String>path("items[0].id");
        var all = "/api/v1/commitments?agreement=" + training.agreement();

        asRegistrar().get(all + "&kind=TRAINING").then().body("items.id", contains(training.id()));
        asRegistrar().get(all + "&obligor=PK").then().body("items.id", hasItems(training.id(), joint));
        asRegistrar()
                .get(all + "&obligor=PS")
                .then()
                .body("items.id", contains(joint))
                .body("items.id", not(hasItem(training.id())));
        asRegistrar().get(all + "&obligor=CN").then().statusCode(200).body("items", empty());
        training.report("PK", "FULFILLED", "").then().statusCode(201);
        training.dispute("PS").then().statusCode(201);
        asRegistrar().get(all + "&status=DISPUTED&obligor=PK").then().body("items.id", contains(training.id()));
        asRegistrar().get(all + "&kind=DANCING").then().statusCode(400).body("violations.field", contains("kind"));
    }
}
