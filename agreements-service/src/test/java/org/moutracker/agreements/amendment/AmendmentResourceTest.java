package org.moutracker.agreements.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.amendment.Amending.LONGER;
import static org.moutracker.agreements.amendment.Amending.form;
import static org.moutracker.agreements.amendment.Amending.inForce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Decided;
import org.moutracker.agreements.Told;

/** Amendments as a registrar keeps them; today is 2025-09-17. */
@AgreementsTest
class AmendmentResourceTest {

    private static final String NOW = "{\"kind\": \"ON_SIGNATURE\"}";
    private static final String LATER = "{\"kind\": \"ON_DATE\", \"on\": \"2026-01-01\"}";

    @Test
    void it_takes_effect_with_the_consent_of_the_last_side_and_tells_old_and_new() {
        var agreement = inForce();
        agreement
                .propose(form(LONGER, NOW, "[]"))
                .then()
                .statusCode(201)
                .header("Location", equalTo(agreement.location() + "/amendments/1"))
                .body("status", equalTo("PROPOSED"))
                .body("waitingFor", contains("the signature of PK", "the signature of PS"))
                .body("differences.field", contains("term.period"))
                .body("differences[0].from", equalTo("P5Y"))
                .body("differences[0].to", equalTo("P10Y"));
        agreement
                .consent(1, "{\"party\": \"PK\", \"on\": \"2025-09-17\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"));
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2030-09-17"));

        agreement
                .consent(
                        1,
                        "{\"party\": \"PS\", \"on\": \"2025-09-17\", \"evidence\": \"Note verbale PS/14 of 2025-09-17\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_EFFECT"))
                .body("effectiveOn", equalTo("2025-09-17"))
                .body("waitingFor", empty())
                .body("differences.field", contains("term.period"));

        agreement
                .agreement()
                .then()
                .body("term.period", equalTo("P10Y"))
                .body("currentTerm.endsOn", equalTo("2035-09-17"))
                .body("currentTerm.lastDayToGiveNotice", equalTo("2035-03-17"))
                .body("lastAmendment.number", equalTo(1))
                .body("lastAmendment.instrument", equalTo("EXCHANGE_OF_LETTERS"));
        assertThat(Told.types(agreement.id())).endsWith("mou.agreement.amended.v1");
        var told = Told.states(agreement.id()).getLast();
        assertThat(told.at("/amendment/differences/0/to").asText()).isEqualTo("P10Y");
        assertThat(told.at("/facts/EXPIRY").asText()).isEqualTo("2035-09-17");
        asRegistrar()
                .get(agreement.location() + "/legal-events")
                .then()
                .body("items.findAll { it.type == 'AMENDED' }.note", contains("amendment no. 1"))
                .body("items.findAll { it.type == 'AMENDED' }.occurredOn", contains("2025-09-17"));
    }

    @Test
    void commitments_are_changed_added_and_left_out_by_their_codes() {
        var agreement = inForce();
        var first = agreement.agreement().<String>path("commitments[0].id");
        var second = agreement.agreement().<String>path("commitments[1].id");

        agreement
                .agree("""
                {"commitments": {
                  "C-01": {"rule": {"steps": [{"kind": "WITHIN", "period": "P60D"}]}},
                  "C-02": null,
                  "C-03": {"title": "Train", "kind": "TRAINING", "basis": "INSTRUMENT_CLAUSE", "mode": "JOINT"}}}
                """, NOW, "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_EFFECT"))
                .body(
                        "differences.field",
                        contains("commitments.C-01.rule.steps", "commitments.C-02", "commitments.C-03"));

        agreement
                .agreement()
                .then()
                .body("commitments.code", contains("C-01", "C-02", "C-03"))
                .body("commitments.status", contains("OPEN", "CANCELLED", "OPEN"))
                .body("commitments.amendment", contains(1, 1, 1))
                .body("commitments[0].rule.steps[0].period", equalTo("P60D"))
                // What the patch does not name stays.
                .body("commitments[0].rule.anchor.event", equalTo("STATEMENT_MADE"));
        assertThat(Told.of("mou.commitments.v1", first)).extracting(Told::type).endsWith("mou.commitment.amended.v1");
        assertThat(Told.of("mou.commitments.v1", second))
                .extracting(Told::type)
                .endsWith("mou.commitment.cancelled.v1");
        var third = agreement.agreement().<String>path("commitments[2].id");
        assertThat(Told.of("mou.commitments.v1", third))
                .extracting(Told::type)
                .containsExactly("mou.commitment.opened.v1");
    }

    @Test
    void one_that_is_agreed_ahead_changes_nothing_before_its_day() {
        var agreement = inForce();

        agreement
                .agree(LONGER, LATER, "2025-09-17")
                .then()
                .statusCode(201)
                .body("status", equalTo("AGREED"))
                .body("effectiveOn", equalTo("2026-01-01"))
                .body("waitingFor", contains("2026-01-01, the day of its entry into force"));
        agreement
                .agreement()
                .then()
                .body("currentTerm.endsOn", equalTo("2030-09-17"))
                .body("lastAmendment", nullValue());
        assertThat(Told.types(agreement.id())).doesNotContain("mou.agreement.amended.v1");
    }

    @Test
    void a_preview_says_what_would_change_and_stores_nothing() {
        var agreement = inForce();
        agreement.propose(form("""
                {"term": {"period": "P10Y"},
                 "commitments": {"C-02": {"rule": {"steps": [{"kind": "WITHIN", "period": "P2Y"}]}}}}
                """, NOW, "[]"));

        asRegistrar()
                .get(agreement.location() + "/amendments/1/preview?on=2026-02-01")
                .then()
                .statusCode(200)
                .body("effectiveOn", equalTo("2026-02-01"))
                .body("differences.field", contains("commitments.C-02.rule.steps", "term.period"))
                .body("status.from", equalTo("IN_FORCE"))
                .body("times.kind", contains("EXPIRY", "TERMINATION_NOTICE"))
                .body("times.from", contains("2030-09-17", "2030-03-17"))
                .body("times.to", contains("2035-09-17", "2035-03-17"))
                .body("deadlineImpact.agreementId", equalTo(agreement.id()))
                .body("deadlineImpact.commitments.code", contains("C-02"))
                .body("deadlineImpact.times.kind", contains("EXPIRY", "TERMINATION_NOTICE"));
        // A day on which nothing is left of the agreement, unless it is amended.
        asRegistrar()
                .get(agreement.location() + "/amendments/1/preview?on=2030-09-18")
                .then()
                .body("status.from", equalTo("EXPIRED"))
                .body("status.to", equalTo("IN_FORCE"));
        agreement.agreement().then().header("ETag", equalTo("\"1\"")).body("term.period", equalTo("P5Y"));
    }

    @Test
    void they_are_numbered_listed_and_withdrawn_with_a_reason() {
        var agreement = inForce();
        agreement.propose(form(LONGER, NOW, "[]"));
        agreement.propose(form("{\"survival\": \"ONGOING_CONTINUE\"}", NOW, "[]"));

        agreement
                .withdraw(1, "the parties will negotiate anew")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("because", equalTo("the parties will negotiate anew"));
        var first = asRegistrar().get(agreement.location() + "/amendments?limit=1");
        first.then().body("items.number", contains(1));
        asRegistrar()
                .queryParam("cursor", first.<String>path("next"))
                .get(agreement.location() + "/amendments")
                .then()
                .body("items.number", contains(2))
                .body("items[0].differences.field", contains("survival"))
                .body("next", nullValue());
        agreement
                .consent(1, "{\"party\": \"PK\", \"on\": \"2025-09-17\"}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("an amendment that is WITHDRAWN takes no consents"));
    }

    @Test
    void a_request_repeated_with_its_key_has_no_second_effect() {
        var agreement = inForce();
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            sending(form(LONGER, NOW, "[]"))
                    .header("Idempotency-Key", key)
                    .post(agreement.location() + "/amendments")
                    .then()
                    .statusCode(201)
                    .body("number", equalTo(1));
        }
        asRegistrar().get(agreement.location() + "/amendments").then().body("items.number", contains(1));
    }

    @Test
    void words_can_be_changed_until_somebody_consents() {
        var agreement = inForce();
        agreement.propose(form(LONGER, NOW, "[]"));

        agreement
                .patch(1, "\"1\"", "{\"changes\": {\"term\": {\"period\": \"P7Y\"}}, \"clause\": \"Article 9\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("clause", equalTo("Article 9"))
                .body("differences[0].to", equalTo("P7Y"));
        agreement.patch(1, "\"1\"", "{\"clause\": null}").then().statusCode(412);
        agreement
                .consent(1, "{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .then()
                .statusCode(201);
        agreement
                .patch(1, "\"3\"", "{\"clause\": null}")
                .then()
                .statusCode(409)
                .body("detail", containsString("PS has consented to these words"));
    }

    @Test
    void what_is_corrected_was_never_otherwise() {
        var agreement = inForce();
        agreement.propose("""
                        {"title": {"en": "Proces-verbal of correction"}, "instrument": "CORRECTION",
                         "changes": {"term": {"period": "P3Y"}},
                         "consents": [{"party": "PK", "on": "2025-09-17"}, {"party": "PS", "on": "2025-09-17"}]}
                        """).then().statusCode(201).body("status", equalTo("IN_EFFECT"));
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2028-09-17"));
    }

    @Test
    void a_correction_is_previewed_as_it_is_applied_from_the_first_day_on() {
        var old = healthMou();
        old.withArray("signatures").forEach(one -> ((ObjectNode) one).put("signedOn", "2010-01-31"));
        old.set("term", Amending.json("{\"period\": \"P2Y\", \"renewal\": {\"period\": \"P1Y\"}}"));
        var agreement = new Amending(register(old).header("Location"));
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2026-01-31"));
        agreement.propose("""
                {"title": {"en": "Correction"}, "instrument": "CORRECTION",
                 "changes": {"term": {"renewal": {"period": "P3Y"}}}}
                """).then().statusCode(201);

        asRegistrar()
                .get(agreement.location() + "/amendments/1/preview")
                .then()
                .body("times.find { it.kind == 'EXPIRY' && it.to != null }.to", equalTo("2027-01-31"));

        agreement.consent(1, "{\"party\": \"PK\", \"on\": \"2025-09-17\"}");
        agreement.consent(1, "{\"party\": \"PS\", \"on\": \"2025-09-17\"}");
        agreement.agreement().then().body("currentTerm.endsOn", equalTo("2027-01-31"));
    }

    @Test
    void one_that_cannot_be_applied_any_more_is_blocked_until_its_changes_are_put_right() {
        var agreement = inForce();
        var chained = """
                {"commitments": {"C-03": {"title": "Then", "kind": "OTHER", "basis": "INSTRUMENT_CLAUSE", "mode": "JOINT",
                  "rule": {"anchor": {"deadline": "C-02", "when": "MET"}, "steps": [{"kind": "WITHIN", "period": "P1M"}]}}}}
                """;
        agreement.propose(form(chained, NOW, "[{\"party\": \"PK\", \"on\": \"2025-09-17\"}]"));
        agreement
                .agree("{\"commitments\": {\"C-02\": null}}", NOW, "2025-09-17")
                .then()
                .statusCode(201);
        // C-02 stays on record although it is left out, so it can still be named.
        agreement
                .consent(1, "{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .then()
                .body("status", equalTo("IN_EFFECT"));
        agreement
                .propose(form("{\"commitments\": {\"C-04\": {\"title\": \"T\"}}}", NOW, "[]"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("changes.commitments.C-04.kind"));
        agreement.propose(form(
                "{\"commitments\": {\"C-01\": {\"areas\": [\"Ophthalmology\"]}}}",
                NOW,
                "[{\"party\": \"PK\", \"on\": \"2025-09-17\"}]"));
        // Meanwhile the area is gone.
        agreement
                .agree("{\"areas\": [{\"name\": \"Organ transplant\", \"direction\": \"JOINT\"}]}", NOW, "2025-09-17")
                .then()
                .body("status", equalTo("IN_EFFECT"));

        agreement
                .consent(3, "{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("BLOCKED"))
                .body("because", equalTo("changes.commitments.C-01.areas[0] is not an area of this agreement"));
        agreement.agreement().then().body("lastAmendment.number", equalTo(4));
        var etag = agreement.read(3).header("ETag");
        agreement.patch(3, etag, "{\"clause\": \"other words\"}").then().statusCode(409);
        agreement
                .patch(3, etag, "{\"changes\": {\"commitments\": {\"C-01\": {\"areas\": [\"Organ transplant\"]}}}}")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_EFFECT"))
                .body("because", nullValue());
        agreement
                .agreement()
                .then()
                .body("lastAmendment.number", equalTo(3))
                .body("commitments[0].areas", contains("Organ transplant"));
    }

    @Test
    void a_commitment_that_a_group_has_closed_is_reworded_and_stays_closed() {
        var agreement = inForce();
        var commitment = agreement.agreement().<String>path("commitments[1].id");
        Decided.fresh().tell("ADOPTED", Decided.close(commitment, "FULFILLED"));
        await().until(() -> asRegistrar()
                .get("/api/v1/commitments/" + commitment)
                .path("status")
                .equals("FULFILLED"));

        agreement
                .agree("{\"commitments\": {\"C-02\": {\"title\": \"Report every year\"}}}", NOW, "2025-09-17")
                .then()
                .body("status", equalTo("IN_EFFECT"));

        agreement
                .agreement()
                .then()
                .body("commitments[1].title", equalTo("Report every year"))
                .body("commitments[1].status", equalTo("FULFILLED"));
    }

    @Test
    void only_what_is_signed_and_not_over_is_amended() {
        var draft = healthMou();
        draft.remove("signatures");
        draft.remove("legalEvents");
        var location = register(draft).header("Location");
        new Amending(location)
                .propose(form(LONGER, NOW, "[]"))
                .then()
                .statusCode(409)
                .body("detail", containsString("a draft is changed by PATCH"));
        var ended = inForce();
        sending("{\"type\": \"SUPERSEDED\", \"occurredOn\": \"2025-09-17\"}").post(ended.location() + "/legal-events");
        ended.propose(form(LONGER, NOW, "[]"))
                .then()
                .statusCode(409)
                .body("detail", equalTo("an agreement that is SUPERSEDED cannot be amended"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"parties": []}                                             | changes.parties             | cannot be amended
            {"reference": "X"}                                          | changes.reference           | cannot be amended
            {"term": {"period": "P0D"}}                                 | changes.term.period         | longer than nothing
            {"term": {"period": "five years"}}                          | changes.term.period         | must be
            {"term": {"speed": 1}}                                      | changes.term.speed          | is not a field here
            {"term": {"until": "2020-01-01", "period": null}}           | changes.term.until          | before the last signature
            {"title": {"en": ""}}                                       | changes.title.en            | blank
            {"title": {"english!": "X"}}                                | changes.title.english!      | BCP 47
            {"type": "TREATY"}                                          | changes.type                | must be one of
            {"type": null}                                              | changes.type                | null
            {"commitments": []}                                         | changes.commitments         | by their codes
            {"commitments": {"C-01": 7}}                                | changes.commitments.C-01    | must be an object
            {"commitments": {"C-77": null}}                             | changes.commitments.C-77    | is not the code of a commitment
            {"commitments": {"C-01": {"code": "C-05"}}}                 | changes.commitments.C-01.code | stays
            {"commitments": {"C-02": {"kind": "OTHER"}}}                | changes.commitments.C-02.kind | stays
            {"commitments": {"C-02": {"rule": {"steps": [{"kind": "LATER"}]}}}} | changes.commitments.C-02.rule.steps[0].kind | must
            {"commitments": {"C-02": {"rule": {"anchor": {"deadline": "C-09", "when": "MET"}}}}} | changes.commitments.C-02.rule.anchor.deadline | is not the code of a commitment
            {"commitments": {"C-02": {"rule": {"anchor": {"event": null, "deadline": "C-02", "when": "MET"}}}}} | changes.commitments.C-02.rule.anchor.deadline | circle
            {"commitments": {"C-02": {"obligors": ["XX"]}}}             | changes.commitments.C-02.obligors[0] | is not the code of a party
            """)
    void changes_that_cannot_be_meant_name_the_field(String changes, String field, String message) {
        var agreement = inForce();

        agreement
                .propose(form(changes, NOW, "[]"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.find { it.field == '%s' }.message".formatted(field), containsString(message));
        asRegistrar().get(agreement.location() + "/amendments").then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"party": "XX", "on": "2025-09-17"}                     | 400 | consents[0].party
            {"party": "PK", "on": "2025-09-18"}                     | 400 | consents[0].on
            {"party": "PK", "on": "2025-09-16"}                     | 400 | consents[0].on
            {"party": "PK", "on": "yesterday"}                      | 400 | consents[0].on
            {"party": "PK", "kind": "NOD"}                          | 400 | consents[0].kind
            """)
    void consents_that_cannot_be_meant_name_the_field(String consent, int status, String field) {
        inForce()
                .propose(form(LONGER, NOW, "[" + consent + "]"))
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }

    @Test
    void nobody_consents_twice() {
        var agreement = inForce();
        agreement
                .propose(form(
                        LONGER,
                        NOW,
                        "[{\"party\": \"PK\", \"on\": \"2025-09-17\"}, {\"party\": \"PK\", \"on\": \"2025-09-17\"}]"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("consents[1].party"));
        agreement.propose(form(LONGER, NOW, "[{\"party\": \"PK\", \"on\": \"2025-09-17\"}]"));
        agreement
                .consent(1, "{\"party\": \"PK\", \"on\": \"2025-09-17\"}")
                .then()
                .statusCode(409)
                .body("detail", equalTo("the signature of PK is recorded already"));
        agreement.read(1).then().header("ETag", equalTo("\"1\"")).body("consents.party", contains("PK"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        var agreement = inForce();
        agreement.read(1).then().statusCode(404);
        agreement.consent(1, "{\"party\": \"PK\"}").then().statusCode(404);
        asRegistrar()
                .get("/api/v1/agreements/" + UUID.randomUUID() + "/amendments")
                .then()
                .statusCode(404);
    }
}
