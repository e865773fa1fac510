package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.cancerLaboratory;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

@AgreementsTest
class AgreementResourceTest {

    @Test
    void an_agreement_signed_by_all_sides_is_in_force_in_the_same_answer() {
        register(healthMou())
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", "\"1\"")
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-17"))
                .body("waitingFor", empty())
                .body("facts.SIGNATURE", equalTo("2025-09-17"))
                .body("facts.STATEMENT_MADE", equalTo("2025-09-17"))
                .body("facts.ENTRY_INTO_FORCE", equalTo("2025-09-17"))
                .body("parties.side", contains("PK", "PS"))
                .body("parties[1].organization.zone", equalTo("Asia/Hebron"))
                .body("areas[0].direction.from", equalTo("PK"))
                .body("areas[1].direction", equalTo("JOINT"))
                .body("commitments", hasSize(1))
                .body("commitments[0].status", equalTo("OPEN"))
                .body("commitments[0].rule.steps[0].period", equalTo("P30D"));
    }

    @Test
    void what_was_registered_is_read_back() {
        var registered = register(healthMou());

        var read = asRegistrar().get(registered.header("Location"));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.as(JsonNode.class)).isEqualTo(registered.as(JsonNode.class));
    }

    @Test
    void a_laboratory_without_deadline_persons_or_a_full_date_is_accepted_and_shown() {
        register(cancerLaboratory())
                .then()
                .statusCode(201)
                .body("status", equalTo("SIGNED"))
                .body("signatures[0].signedOn", equalTo("../2020-09-22"))
                .body("signatures[0].person", nullValue())
                .body("facts.SIGNATURE", equalTo("../2020-09-22"))
                .body("waitingFor", contains("a rule of entry into force, which the text does not say"))
                .body("commitments", hasSize(3))
                .body("commitments[2].obligors", contains("ANLONG"));
    }

    @Test
    void signatures_on_a_day_nobody_knows_still_sign() {
        var laboratory = cancerLaboratory();
        laboratory.withArray("signatures").forEach(signature -> ((ObjectNode) signature).remove("signedOn"));
        laboratory.putObject("entryIntoForce").put("kind", "ON_SIGNATURE");

        register(laboratory)
                .then()
                .statusCode(201)
                .body("status", equalTo("SIGNED"))
                .body("facts.SIGNATURE", nullValue())
                .body("waitingFor", contains("the day of the last signature, which is not known"));
    }

    @Test
    void a_draft_becomes_signed_and_enters_into_force_with_the_last_side() {
        var draft = draft();
        draft.then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("waitingFor", contains("the signature of PS"));

        sending("{\"party\": \"PS\", \"signedOn\": \"2025-09-20\"}")
                .post(draft.header("Location") + "/signatures")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-20"))
                .body("facts.SIGNATURE", equalTo("2025-09-20"));
        sending("{\"party\": \"PS\", \"signedOn\": \"2025-09-21\"}")
                .post(draft.header("Location") + "/signatures")
                .then()
                .statusCode(409)
                .body("detail", equalTo("PS has signed already"));
    }

    @Test
    void several_organizations_on_one_side_sign_for_it() {
        var agreement = healthMou();
        var third = ((ArrayNode) agreement.get("parties")).addObject();
        third.put("code", "PK-DRAP").put("side", "PK");
        third.putObject("organization")
                .put("name", "Drug Regulatory Authority of Pakistan")
                .put("kind", "AGENCY")
                .put("country", "PK")
                .put("zone", "Asia/Karachi");

        register(agreement)
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"))
                .body("parties[2].side", equalTo("PK"));
    }

    @Test
    void the_same_organization_is_one_in_every_agreement() {
        var first = register(healthMou()).path("parties[1].organization.id");
        var second = register(healthMou()).path("parties[1].organization.id");

        assertThat(first).isEqualTo(second);
        asRegistrar()
                .get("/api/v1/organizations/" + first)
                .then()
                .statusCode(200)
                .body("country", equalTo("PS"));
        var byId = healthMou();
        ((ObjectNode) byId.at("/parties/1")).putObject("organization").put("id", first.toString());
        register(byId).then().statusCode(201).body("parties[1].organization.name", equalTo("Ministry of Health"));
    }

    @Test
    void a_term_gives_the_day_of_expiry() {
        var agreement = healthMou();
        agreement.putObject("term").put("period", "P5Y");

        register(agreement).then().statusCode(201).body("facts.EXPIRY", equalTo("2030-09-17"));
    }

    @Test
    void a_legal_event_becomes_a_fact_and_stays_in_the_ledger() {
        var agreement = register(healthMou()).header("Location");

        sending("{\"type\": \"PUBLISHED\", \"occurredOn\": \"2025-10\", \"note\": \"official gazette\"}")
                .post(agreement + "/legal-events")
                .then()
                .statusCode(201)
                .body("facts.PUBLICATION", equalTo("2025-10"));
        asRegistrar()
                .get(agreement + "/legal-events")
                .then()
                .statusCode(200)
                .body("items.type", contains("SIGNED", "SIGNED", "STATEMENT_MADE", "ENTERED_INTO_FORCE", "PUBLISHED"))
                .body("items[4].recordedBy", notNullValue());
    }

    @Test
    void what_the_system_records_is_not_recorded_by_hand() {
        var agreement = register(healthMou()).header("Location");

        sending("{\"type\": \"ENTERED_INTO_FORCE\", \"occurredOn\": \"2025-10-01\"}")
                .post(agreement + "/legal-events")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("type"));
    }

    @Test
    void what_describes_a_signed_agreement_can_be_changed_by_who_has_seen_it() {
        var agreement = register(healthMou()).header("Location");

        patch(agreement, "\"1\"", "{\"initiatives\": [\"CPEC\"], \"title\": {\"ur\": \"صحت\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("initiatives", contains("CPEC"))
                .body("title.keySet()", hasSize(2));
        patch(agreement, "\"1\"", "{\"initiatives\": []}").then().statusCode(412);
        patch(agreement, null, "{\"initiatives\": []}").then().statusCode(428);
    }

    @Test
    void how_a_signatory_is_named_is_patched_and_who_signed_when_is_not() {
        var signed = healthMou();
        var draft = healthMou();
        ((ArrayNode) draft.get("signatures")).remove(1);
        for (var form : List.of(signed, draft)) {
            var agreement = register(form).header("Location");
            var signatures = (ArrayNode) form.get("signatures").deepCopy();
            ((ObjectNode) signatures.get(0).get("person")).put("name", "Mustafa Kamal");
            ((ObjectNode) signatures.get(0)).put("place", "Rawalpindi");

            var named = patch(agreement, "\"1\"", "{\"signatures\": %s}".formatted(signatures));

            named.then()
                    .statusCode(200)
                    .body("signatures[0].person.name", equalTo("Mustafa Kamal"))
                    .body("signatures[0].place", equalTo("Rawalpindi"))
                    .body("signatures[0].signedOn", equalTo("2025-09-17"));
            ((ObjectNode) signatures.get(0)).put("signedOn", "2025-09-16");
            patch(agreement, "*", "{\"signatures\": %s}".formatted(signatures))
                    .then()
                    .statusCode(409);
            patch(agreement, "*", "{\"signatures\": []}").then().statusCode(409);
        }
    }

    @Test
    void the_legal_terms_of_a_signed_agreement_are_not_patched() {
        var agreement = register(healthMou()).header("Location");

        patch(agreement, "\"1\"", "{\"term\": {\"period\": \"P5Y\"}}")
                .then()
                .statusCode(409)
                .body("detail", containsString("term"));
        patch(agreement, "\"1\"", "{\"status\": \"DRAFT\"}")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"));
        asRegistrar().get(agreement).then().header("ETag", "\"1\"");
    }

    @Test
    void a_draft_can_be_changed_in_everything_and_deleted() {
        var draft = draft().header("Location");

        patch(draft, "\"1\"", "{\"type\": \"PROTOCOL\", \"commitments\": null}")
                .then()
                .statusCode(200)
                .body("type", equalTo("PROTOCOL"))
                .body("commitments", empty());
        asRegistrar().header("If-Match", "\"1\"").delete(draft).then().statusCode(412);
        asRegistrar().header("If-Match", "\"2\"").delete(draft).then().statusCode(204);
        asRegistrar().get(draft).then().statusCode(404);
    }

    @Test
    void what_has_been_signed_is_not_deleted() {
        var agreement = register(healthMou()).header("Location");

        asRegistrar()
                .header("If-Match", "\"1\"")
                .delete(agreement)
                .then()
                .statusCode(409)
                .body("detail", containsString("stays on record"));
    }

    @Test
    void a_reference_is_taken_once() {
        var agreement = healthMou();
        register(agreement).then().statusCode(201);

        register(agreement).then().statusCode(409).body("detail", containsString("is taken"));
    }

    @Test
    void a_repeated_request_has_no_second_effect() {
        var key = UUID.randomUUID().toString();
        var agreement = healthMou();
        var first = sending(agreement.toString()).header("Idempotency-Key", key).post("/api/v1/agreements");
        var again = sending(agreement.toString()).header("Idempotency-Key", key).post("/api/v1/agreements");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        sending(healthMou().toString())
                .header("Idempotency-Key", key)
                .post("/api/v1/agreements")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void lists_filter_sort_and_page() {
        var area = "Area " + UUID.randomUUID();
        var references = new ArrayList<String>();
        for (var day : List.of("2024-03-01", "2024-01-01", "2024-02-01")) {
            var agreement = healthMou();
            agreement.withArray("signatures").forEach(signature -> ((ObjectNode) signature).put("signedOn", day));
            agreement.withArray("areas").addObject().put("name", area).put("direction", "JOINT");
            references.add(register(agreement).path("reference"));
        }

        var list = asRegistrar()
                .queryParams(Map.of(
                        "area",
                        area,
                        "status",
                        "IN_FORCE",
                        "party",
                        "PK",
                        "q",
                        "HEALTH coop",
                        "sort",
                        "-signedOn",
                        "limit",
                        2))
                .get("/api/v1/agreements");

        list.then()
                .statusCode(200)
                .body("items.reference", contains(references.get(0), references.get(2)))
                .body("items[0].signedOn", equalTo("2024-03-01"))
                .body("items[0].parties[1].organization.country", equalTo("PS"))
                .header("Link", containsString("rel=\"next\""));
        asRegistrar()
                .queryParams(Map.of("area", area, "sort", "-signedOn", "limit", 2, "cursor", list.<String>path("next")))
                .get("/api/v1/agreements")
                .then()
                .statusCode(200)
                .body("items.reference", contains(references.get(1)))
                .body("next", nullValue());
        asRegistrar()
                .queryParams(Map.of("area", area, "status", "SIGNED"))
                .get("/api/v1/agreements")
                .then()
                .body("items", empty());
        asRegistrar()
                .queryParams(Map.of("area", area, "q", "hundred%"))
                .get("/api/v1/agreements")
                .then()
                .body("items", empty());
    }

    @Test
    void commitments_are_listed_by_agreement() {
        var laboratory = register(cancerLaboratory());

        var list = asRegistrar()
                .queryParam("agreement", laboratory.<String>path("id"))
                .get("/api/v1/commitments");

        list.then().statusCode(200).body("items.code", contains("C-01", "C-02", "C-03"));
        asRegistrar()
                .get("/api/v1/commitments/" + list.path("items[0].id"))
                .then()
                .statusCode(200)
                .body("code", equalTo("C-01"));
    }

    private static Response draft() {
        var agreement = healthMou();
        ((ArrayNode) agreement.get("signatures")).remove(1);
        return register(agreement);
    }

    private static Response patch(String agreement, @org.jspecify.annotations.Nullable String version, String changes) {
        var request = asRegistrar().contentType("application/merge-patch+json").body(changes);
        return (version == null ? request : request.header("If-Match", version)).patch(agreement);
    }
}
