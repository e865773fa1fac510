package org.moutracker.agreements.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

/** The whole of an agreement, of which only one side uses the register: what the other said stands there with its notes. */
@AgreementsTest
class OneSideAloneTest {

    private static final String TRAINING = """
            {"code": "C-02", "title": "Train", "kind": "TRAINING", "basis": "INSTRUMENT_CLAUSE", "mode": "DIRECTIONAL",
             "obligors": ["PS"], "beneficiaries": ["PK"]}
            """;

    @Test
    void everything_is_recorded_by_one_side_alone() throws IOException {
        var form = healthMou();
        form.putObject("entryIntoForce").put("kind", "LAST_NOTIFICATION");
        form.putObject("term").put("period", "P5Y").put("terminationNotice", "P6M");
        ((ArrayNode) form.get("commitments")).add(new ObjectMapper().readTree(TRAINING));
        var registered = register(form);
        registered.then().statusCode(201).body("status", equalTo("SIGNED"));
        var id = registered.<String>path("id");
        var training = registered.<String>path("commitments.find { it.code == 'C-02' }.id");

        correspondence(id, "PS/2025/14", "Our requirements are met");
        record(id, "{\"type\": \"NOTIFICATION_RECEIVED\", \"occurredOn\": \"2025-09-17\", \"party\": \"PK\"}")
                .body("waitingFor", contains("the notification of PS"));
        record(id, """
                {"type": "NOTIFICATION_RECEIVED", "occurredOn": "2025-09-17", "party": "PS", "note": "Note verbale PS/2025/14"}
                """).body("status", equalTo("IN_FORCE"));

        post("/api/v1/agreements/" + id + "/amendments", """
                {"title": {"en": "First"}, "instrument": "EXCHANGE_OF_LETTERS", "changes": {"term": {"period": "P10Y"}}}
                """);
        consent(id, "PK", "Letter PK/2025/3 of 2025-09-17").body("status", equalTo("PROPOSED"));
        consent(id, "PS", "Letter PS/2025/15 of 2025-09-17").body("status", equalTo("IN_EFFECT"));

        post("/api/v1/commitments/" + training + "/reports", """
                {"party": "PS", "kind": "FULFILLED", "on": "2025-09-17", "done": "The course",
                 "onBehalf": {"note": "PS/2025/16", "dated": "2025-09-17"}}
                """).body("status", equalTo("REPORTED_FULFILLED"));
        post("/api/v1/commitments/" + training + "/confirmations", "{\"party\": \"PK\", \"on\": \"2025-09-17\"}")
                .body("status", equalTo("FULFILLED"));

        correspondence(id, "PS/2025/17", "We end it");
        record(id, """
                {"type": "TERMINATION_NOTICE_GIVEN", "occurredOn": "2025-09-17", "party": "PS", "note": "Note verbale PS/2025/17"}
                """).body("status", equalTo("TERMINATION_NOTIFIED"));

        asRegistrar()
                .get("/api/v1/agreements/" + id + "/correspondence")
                .then()
                .statusCode(200)
                .body("items.number", contains("PS/2025/14", "PS/2025/17"))
                .body("items.direction", everyItem(equalTo("RECEIVED")));
        asRegistrar()
                .get("/api/v1/commitments/" + training + "/history")
                .then()
                .statusCode(200)
                .body("items[0].party", equalTo("PS"))
                .body("items[0].onBehalf.note", equalTo("PS/2025/16"));
        asRegistrar()
                .get("/api/v1/agreements/" + id + "/history?limit=200")
                .then()
                .statusCode(200)
                .body("items.actor", everyItem(equalTo("local-registrar")))
                .body(
                        "items.collectMany { it.changes.kind }",
                        hasItems("AGREEMENT", "LEGAL_EVENT", "AMENDMENT", "COMMITMENT", "STATEMENT", "CORRESPONDENCE"));
    }

    private static void correspondence(String id, String number, String summary) {
        post("/api/v1/agreements/" + id + "/correspondence", """
                {"kind": "NOTE_VERBALE", "number": "%s", "dated": "2025-09-17", "from": "PS", "to": "PK",
                 "direction": "RECEIVED", "summary": "%s"}
                """.formatted(number, summary));
    }

    private static ValidatableResponse record(String id, String event) {
        return post("/api/v1/agreements/" + id + "/legal-events", event);
    }

    private static ValidatableResponse consent(String id, String party, String evidence) {
        return post(
                "/api/v1/agreements/" + id + "/amendments/1/consents",
                "{\"party\": \"%s\", \"on\": \"2025-09-17\", \"evidence\": \"%s\"}".formatted(party, evidence));
    }

    private static ValidatableResponse post(String path, String body) {
        return sending(body).post(path).then().statusCode(201);
    }
}
