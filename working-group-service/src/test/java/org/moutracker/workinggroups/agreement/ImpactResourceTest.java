package org.moutracker.workinggroups.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.moutracker.workinggroups.Api.sending;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.workinggroups.Api;
import org.moutracker.workinggroups.Broker;
import org.moutracker.workinggroups.Rows;
import org.moutracker.workinggroups.Seed;
import org.moutracker.workinggroups.WorkingGroupsTest;

@WorkingGroupsTest
class ImpactResourceTest {

    @Inject
    Rows rows;

    private final Seed seed = Seed.told();

    @Test
    void a_corrected_date_moves_what_counts_from_it_and_nothing_is_stored_or_told() {
        var deadline = Api.deadlineOf(seed.agreement()).getString("id");
        sending("""
                {"agreementId": "%s", "kind": "ACTION", "title": "Afterwards",
                 "rule": {"anchor": {"deadline": "C-01", "when": "DUE"}, "steps": [{"kind": "WITHIN", "period": "P10D"}]}}""".formatted(seed.agreement()))
                .post("/api/v1/deadlines")
                .then()
                .statusCode(201);
        var before = Api.get("/api/v1/deadlines/" + deadline).prettify();
        var outbox = rows.written();

        suppose("\"facts\": {\"STATEMENT_MADE\": \"2025-09-20\"}")
                .statusCode(200)
                .body("moves.from", contains("2025-10-17", "2025-10-27"))
                .body("moves.to", contains("2025-10-20", "2025-10-30"))
                .body("moves.deadlineId", hasItem(deadline))
                .body("unmoved", equalTo(0));

        assertThat(Api.get("/api/v1/deadlines/" + deadline).prettify()).isEqualTo(before);
        assertThat(rows.written()).isEqualTo(outbox);
        assertThat(Broker.told("mou.deadlines.v1", deadline)).hasSize(1);
    }

    @Test
    void a_suspension_and_its_end_are_supposed() {
        Api.deadlineOf(seed.agreement());

        suppose("\"suspension\": {\"since\": \"2025-10-01\"}")
                .body("moves[0].status", equalTo("PAUSED"))
                .body("moves[0].to", equalTo("2025-10-17"));
        suppose("\"suspension\": {\"since\": \"2025-10-01\", \"until\": \"2025-12-01\"}")
                .body("moves[0].status", equalTo("ACTIVE"))
                .body("moves[0].to", equalTo("2025-12-17"));
    }

    @Test
    void an_amended_rule_is_supposed() {
        Api.deadlineOf(seed.agreement());

        suppose("""
                "commitments": [{"code": "C-01", "rule": {"anchor": {"event": "STATEMENT_MADE"},
                    "steps": [{"kind": "WITHIN", "period": "P60D"}], "clock": {"zones": ["Asia/Karachi"]}}}]""").statusCode(200).body("moves.to", contains("2025-11-16"));
    }

    @Test
    void what_is_as_it_was_moves_nothing() {
        Api.deadlineOf(seed.agreement());

        suppose("\"facts\": {\"PUBLICATION\": \"2025-09-20\"}")
                .body("moves", empty())
                .body("unmoved", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facts.SIGNATURE       | "facts": {"SIGNATURE": "2025-02-30"}
            facts.BIRTHDAY        | "facts": {"BIRTHDAY": "2025-02-03"}
            suspension.until      | "suspension": {"since": "2025-10-01", "until": "2025-10-01"}
            suspension.since      | "suspension": {"until": "2025-10-01"}
            commitments[0].code   | "commitments": [{"code": "C-99", "rule": {"anchor": {"on": "2025-10-01"}, "steps": []}}]
            commitments[0].rule.steps | "commitments": [{"code": "C-01", "rule": {"anchor": {"on": "2025-10-01"}}}]
            times[0]              | "times": [{"kind": "EXPIRY", "rule": {"anchor": {"on": "2025-10-01"}, "steps": []}}]
            """)
    void what_cannot_be_supposed_names_its_field(String field, String supposed) {
        Api.deadlineOf(seed.agreement());

        suppose(supposed).statusCode(400).body("violations[0].field", equalTo(field));
    }

    @Test
    void an_agreement_that_nobody_knows_is_named() {
        sending("{\"agreementId\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/deadline-impacts")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("agreementId"));
    }

    private ValidatableResponse suppose(String what) {
        return sending("{\"agreementId\": \"%s\", %s}".formatted(seed.agreement(), what))
                .post("/api/v1/deadline-impacts")
                .then();
    }
}
