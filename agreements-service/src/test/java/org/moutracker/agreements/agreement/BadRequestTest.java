package org.moutracker.agreements.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.localstack.TestStack;

@AgreementsTest
class BadRequestTest {

    @Inject
    AgroalDataSource database;

    /** What is done to a good request, and the field that must be named. */
    record Bad(String replace, String by, String field) {}

    @Test
    void a_text_that_cannot_be_kept_is_no_fault_of_ours() {
        var titled = healthMou();
        titled.putObject("title").put("en", "a\0b");
        var ruled = healthMou();
        ((ObjectNode) ruled.get("commitments").get(0)).put("clause", "a\0b");
        for (var answer : List.of(
                sending(titled.toString()).post("/api/v1/agreements"),
                sending(ruled.toString()).post("/api/v1/agreements"),
                asRegistrar().queryParam("party", "\0").get("/api/v1/agreements"),
                asRegistrar().queryParam("country", "\0").get("/api/v1/organizations"))) {
            answer.then()
                    .statusCode(400)
                    .body("violations[0].message", startsWith("must not have the character U+0000"));
        }
    }

    static List<Bad> bad() {
        return List.of(
                new Bad("\"type\":\"MEMORANDUM_OF_UNDERSTANDING\"", "\"type\":\"TREATY\"", "type"),
                new Bad("\"type\":\"MEMORANDUM_OF_UNDERSTANDING\",", "", "type"),
                new Bad("\"bindingness\":", "\"bindingnes\":", "bindingnes"),
                new Bad("\"country\":\"PS\"", "\"country\":\"XX\"", "parties[1].organization.country"),
                new Bad("\"zone\":\"Asia/Hebron\"", "\"zone\":\"Asia/Atlantis\"", "parties[1].organization.zone"),
                new Bad("\"kind\":\"MINISTRY\"", "\"kind\":3", "parties[0].organization.kind"),
                new Bad("\"code\":\"PS\"", "\"code\":\"PK\"", "parties[1].code"),
                new Bad("\"party\":\"PS\"", "\"party\":\"XX\"", "signatures[1].party"),
                new Bad("\"party\":\"PS\"", "\"party\":\"PK\"", "signatures[1].party"),
                new Bad("\"signedOn\":\"2025-09-17\"", "\"signedOn\":\"2025-02-30\"", "signatures[0].signedOn"),
                new Bad("\"signedOn\":\"2025-09-17\"", "\"signedOn\":20250917", "signatures[0].signedOn"),
                new Bad("\"name\":\"Ophthalmology\"", "\"name\":\" \"", "areas[0].name"),
                new Bad("\"direction\":\"JOINT\"", "\"direction\":\"SIDEWAYS\"", "areas[1].direction"),
                new Bad("\"to\":\"PS\"", "\"to\":\"US\"", "areas[0].direction.to"),
                new Bad("\"kind\":\"ON_SIGNATURE\"", "\"kind\":\"ON_WISH\"", "entryIntoForce.kind"),
                new Bad("\"term\":null", "\"term\":{\"period\":\"P-5Y\"}", "term.period"),
                new Bad("\"term\":null", "\"term\":{\"period\":\"five years\"}", "term.period"),
                term("{\"period\":\"P200Y\"}", "period"),
                term("{}", "period"),
                term("{\"period\":\"P5Y\",\"until\":\"2030-01-01\"}", "until"),
                term("{\"until\":\"2025-09-16\"}", "until"),
                term("{\"until\":\"soon\"}", "until"),
                term("{\"period\":\"P5Y\",\"terminationNotice\":\"P0D\"}", "terminationNotice"),
                term("{\"terminationNotice\":\"P6M\",\"renewal\":{\"period\":\"P1Y\"}}", "renewal"),
                term("{\"period\":\"P5Y\",\"renewal\":{}}", "renewal.period"),
                term("{\"period\":\"P5Y\",\"renewal\":{\"period\":\"P0D\"}}", "renewal.period"),
                term("{\"period\":\"P5Y\",\"renewal\":{\"period\":\"P1D\"}}", "renewal.period"),
                term("{\"period\":\"P5Y\",\"renewal\":{\"period\":\"P1Y\",\"times\":0}}", "renewal.times"),
                term(
                        "{\"period\":\"P5Y\",\"renewal\":{\"period\":\"P1Y\",\"objection\":\"-P1M\"}}",
                        "renewal.objection"),
                entry("{\"kind\":\"ON_DATE\"}", "on"),
                entry("{\"kind\":\"ON_DATE\",\"on\":\"2025-09-16\"}", "on"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"on\":\"2025-10-01\"}", "on"),
                entry("{\"kind\":\"N_CONSENTS\"}", "consents"),
                entry("{\"kind\":\"N_CONSENTS\",\"consents\":3}", "consents"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"consents\":1}", "consents"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"then\":\"thirty days\"}", "then"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"then\":30}", "then"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"then\":[{\"kind\":\"WITHIN\"}]}", "then[0].period"),
                entry("{\"kind\":\"ON_SIGNATURE\",\"then\":[{\"kind\":\"ELAPSED\",\"duration\":\"PT24H\"}]}", "then"),
                new Bad("\"term\":null", "\"term\":null,\"survival\":\"SOME\"", "survival"),
                commitment("\"recurrence\":{\"every\":\"P0D\"}", "recurrence.every"),
                commitment("\"recurrence\":{}", "recurrence.every"),
                commitment("\"recurrence\":{\"every\":\"P6M\",\"times\":1001}", "recurrence.times"),
                commitment("\"recurrence\":{\"every\":\"P6M\",\"until\":\"2028\"}", "recurrence.until"),
                commitment("\"unless\":[\"REGRETTED\"]", "unless[0]"),
                commitment("\"unless\":[\"CORRECTED\"]", "unless"),
                commitment("\"areas\":[\"Astrology\"]", "areas[0]"),
                anchor("{\"deadline\":\"C-07\",\"when\":\"MET\"}", "deadline"),
                anchor("{\"deadline\":\"C-01\",\"when\":\"DUE\"}", "deadline"),
                anchor(
                        "{\"allOf\":[{\"event\":\"SIGNATURE\"},{\"deadline\":\"C-07\",\"when\":\"MET\"}]}",
                        "allOf[1].deadline"),
                event("{\"type\":\"EXPIRED\",\"occurredOn\":\"2025-09-18\"}", "type"),
                event("{\"type\":\"CORRECTED\",\"occurredOn\":\"2025-09-18\"}", "type"),
                event("{\"type\":\"PUBLISHED\",\"occurredOn\":\"2025-09-16\"}", "occurredOn"),
                event("{\"type\":\"SUSPENDED\",\"occurredOn\":\"2025-09\"}", "occurredOn"),
                new Bad("\"confidence\":\"HIGH\"", "\"confidence\":true", "sources[0].confidence"),
                new Bad(
                        "\"minimumPerSide\":1",
                        "\"minimumPerSide\":0",
                        "commitments[0].body.composition.minimumPerSide"),
                new Bad(
                        "\"minimumPerSide\":1",
                        "\"minimumPerSide\":1.5",
                        "commitments[0].body.composition.minimumPerSide"),
                new Bad("\"kind\":\"ESTABLISH_BODY\"", "\"kind\":\"TRAINING\"", "commitments[0].body"),
                new Bad("\"mode\":\"JOINT\"", "\"mode\":\"DIRECTIONAL\"", "commitments[0].obligors"),
                new Bad("\"period\":\"P30D\"", "\"period\":\"P1M3.5D\"", "commitments[0].rule.steps[0].period"),
                new Bad("\"period\":\"P30D\"", "\"perod\":\"P30D\"", "commitments[0].rule.steps[0].perod"),
                new Bad("\"kind\":\"WITHIN\"", "\"kind\":\"WHENEVER\"", "commitments[0].rule.steps[0].kind"),
                new Bad(
                        "\"zones\":[\"Asia/Karachi\",",
                        "\"zones\":[\"Asia/Nowhere\",",
                        "commitments[0].rule.clock.zones[0]"),
                new Bad("\"type\":\"STATEMENT_MADE\"", "\"type\":\"SIGNED\"", "legalEvents[0].type"),
                new Bad("{\"en\":", "{\"english language\":", "title.english language"),
                new Bad("\"parties\":[", "\"parties\":[null,", "parties[0]"),
                new Bad("\"reference\":\"", "\"reference\":\"a b", "reference"));
    }

    private static Bad term(String by, String field) {
        return new Bad("\"term\":null", "\"term\":" + by, "term." + field);
    }

    private static Bad entry(String by, String field) {
        return new Bad(
                "\"entryIntoForce\":{\"kind\":\"ON_SIGNATURE\"}",
                "\"entryIntoForce\":" + by,
                "entryIntoForce." + field);
    }

    private static Bad commitment(String more, String field) {
        return new Bad("\"code\":\"C-01\"", "\"code\":\"C-01\"," + more, "commitments[0]." + field);
    }

    private static Bad anchor(String by, String field) {
        return new Bad(
                "\"anchor\":{\"event\":\"STATEMENT_MADE\"}", "\"anchor\":" + by, "commitments[0].rule.anchor." + field);
    }

    private static Bad event(String more, String field) {
        return new Bad("\"legalEvents\":[", "\"legalEvents\":[" + more + ",", "legalEvents[0]." + field);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_field_is_named_and_nothing_is_stored(Bad bad) throws SQLException {
        var good = healthMou().toString();
        assertThat(good).contains(bad.replace());
        var before = rows();

        sending(good.replaceFirst(
                        java.util.regex.Pattern.quote(bad.replace()),
                        java.util.regex.Matcher.quoteReplacement(bad.by())))
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("instance", equalTo("/api/v1/agreements"))
                .body("violations.field", hasItem(startsWith(bad.field())));

        assertThat(rows()).isEqualTo(before);
    }

    /** What is recorded of a good agreement in force since 2025-09-17, and the field that must be named. */
    record BadEvent(String event, String field) {}

    static List<BadEvent> badEvents() {
        return List.of(
                new BadEvent("\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-16\"", "occurredOn"),
                new BadEvent(
                        "\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-18\", \"effectiveOn\": \"2025-09-17\"",
                        "effectiveOn"),
                new BadEvent("\"type\": \"SUSPENDED\", \"occurredOn\": \"2025\"", "occurredOn"),
                new BadEvent(
                        "\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-18\", \"areas\": [\"Astrology\"]",
                        "areas[0]"),
                new BadEvent(
                        "\"type\": \"PUBLISHED\", \"occurredOn\": \"2025-09-18\", \"areas\": [\"Ophthalmology\"]",
                        "areas"),
                new BadEvent(
                        "\"type\": \"NOTIFICATION_RECEIVED\", \"occurredOn\": \"2025-09-18\", \"party\": \"XX\"",
                        "party"),
                new BadEvent("\"type\": \"NOTIFICATION_RECEIVED\", \"occurredOn\": \"2025-09-16\"", "occurredOn"),
                new BadEvent("\"type\": \"TERMINATION_NOTICE_GIVEN\", \"occurredOn\": \"2025-09-18\"", "party"),
                new BadEvent(
                        "\"type\": \"TERMINATION_NOTICE_GIVEN\", \"party\": \"PS\", \"occurredOn\": \"2025-09-18\"",
                        "effectiveOn"),
                new BadEvent("\"type\": \"RENEWED\", \"occurredOn\": \"2025-09-18\", \"period\": \"P0D\"", "period"),
                new BadEvent("\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-18\", \"period\": \"P1Y\"", "period"),
                new BadEvent("\"type\": \"EXPIRED\", \"occurredOn\": \"2025-09-18\"", "type"),
                new BadEvent("\"type\": \"VANISHED\", \"occurredOn\": \"2025-09-18\"", "type"),
                new BadEvent("\"type\": \"SUSPENDED\"", "occurredOn"));
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    void a_bad_legal_event_is_refused_with_its_field(BadEvent bad) throws SQLException {
        var agreement = Recording.of(healthMou());
        var before = rows();

        agreement.record("{" + bad.event() + "}").then().statusCode(400).body("violations.field", hasItem(bad.field()));

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_notice_must_leave_the_period_that_was_agreed() {
        Recording.inForce()
                .record("""
                        {"type": "TERMINATION_NOTICE_GIVEN", "party": "PS", "occurredOn": "2025-09-17",
                         "effectiveOn": "2026-03-16"}""")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("effectiveOn"))
                .body(
                        "violations[0].message",
                        equalTo("must not be before 2026-03-17, the end of the period of notice"));
    }

    @ParameterizedTest
    @MethodSource("badCorrections")
    void a_bad_correction_is_refused_with_its_field(BadEvent bad) {
        var agreement = Recording.of(healthMou());

        agreement
                .correct(agreement.line("SIGNED"), bad.event())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(bad.field()));
    }

    static List<BadEvent> badCorrections() {
        return List.of(
                new BadEvent("{\"occurredOn\": \"2025-09-18\"}", "reason"),
                new BadEvent("{\"reason\": \"why\"}", "void"),
                new BadEvent("{\"reason\": \"why\", \"void\": true, \"occurredOn\": \"2025-09-18\"}", "void"),
                new BadEvent("{\"reason\": \"why\", \"occurredOn\": \"yesterday\"}", "occurredOn"),
                new BadEvent("{\"reason\": \"why\", \"party\": \"PK\"}", "party"),
                new BadEvent("{\"reason\": \"why\", \"areas\": [\"Ophthalmology\"]}", "areas"),
                new BadEvent("{\"reason\": \"why\", \"type\": \"PUBLISHED\"}", "type"),
                new BadEvent("[]", ""));
    }

    @Test
    void commitments_whose_times_go_in_a_circle_are_refused() {
        var agreement = healthMou();
        var commitments = (ArrayNode) agreement.get("commitments");
        for (var link : List.of(List.of("C-02", "C-03"), List.of("C-03", "C-04"), List.of("C-04", "C-02"))) {
            commitments.add(Recording.json("""
                    {"code": "%s", "title": "one of a circle", "kind": "OTHER", "basis": "ANNEX", "mode": "JOINT",
                     "rule": {"anchor": {"deadline": "%s", "when": "MET"}, "steps": [{"kind": "WITHIN", "period": "P30D"}]}}
                    """.formatted(link.getFirst(), link.getLast())));
        }

        sending(agreement.toString())
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "commitments[1].rule.anchor.deadline",
                                "commitments[2].rule.anchor.deadline",
                                "commitments[3].rule.anchor.deadline"));
        ((ObjectNode) commitments.get(3).at("/rule/anchor")).put("deadline", "C-01");
        sending(agreement.toString()).post("/api/v1/agreements").then().statusCode(201);
    }

    @Test
    void one_answer_names_every_bad_field() {
        var agreement = healthMou();
        ((ObjectNode) agreement.at("/parties/0/organization"))
                .put("country", "ZZ")
                .put("zone", "Mars/Olympus");
        ((ObjectNode) agreement.at("/areas/0/direction")).put("to", "US");

        sending(agreement.toString())
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(3))
                .body("detail", equalTo("3 fields are invalid"));
    }

    @Test
    void what_is_not_json_is_refused_with_its_place() {
        sending("{\"reference\": ")
                .post("/api/v1/agreements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        sending("").post("/api/v1/agreements").then().statusCode(400).contentType("application/problem+json");
        sending("[]").post("/api/v1/agreements").then().statusCode(400).contentType("application/problem+json");
        sending("null").post("/api/v1/agreements").then().statusCode(400).contentType("application/problem+json");
        sending("{\"reference\": \"A\", \"reference\": \"B\"}")
                .post("/api/v1/agreements")
                .then()
                .statusCode(400);
        sending(healthMou() + "{}").post("/api/v1/agreements").then().statusCode(400);
    }

    @Test
    void every_error_of_the_framework_is_a_problem_too() {
        asRegistrar()
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
        asRegistrar()
                .get("/api/v1/agreements/not-a-uuid")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        asRegistrar()
                .get("/api/v1/agreements/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no such agreement"));
        asRegistrar().put("/api/v1/agreements").then().statusCode(405).contentType("application/problem+json");
        asRegistrar()
                .contentType("text/plain")
                .body("hello")
                .post("/api/v1/agreements")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        asRegistrar()
                .accept("image/png")
                .get("/api/v1/agreements")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        sending("\"" + "x".repeat(2_000_000) + "\"")
                .post("/api/v1/agreements")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void parameters_are_held_to_their_values() {
        asRegistrar()
                .get("/api/v1/agreements?statsu=IN_FORCE")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("statsu"));
        asRegistrar()
                .get("/api/v1/agreements?signedFrom=%2B999999999-12-31")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("signedFrom"));
        asRegistrar()
                .get("/api/v1/agreements?status=HAPPY")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"));
        asRegistrar()
                .get("/api/v1/agreements?limit=0")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
        asRegistrar()
                .get("/api/v1/agreements?limit=many")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"));
        asRegistrar()
                .get("/api/v1/agreements?sort=colour")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("sort"));
        asRegistrar()
                .get("/api/v1/agreements?cursor=abc")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
        asRegistrar()
                .get("/api/v1/commitments?agreement=x")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("agreement"));
    }

    @Test
    void nobody_gets_in_without_a_valid_token() {
        given().get("/api/v1/agreements")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
        given().auth()
                .oauth2("nonsense")
                .get("/api/v1/agreements")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        var token = TestStack.token("registrar");
        var forged = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        given().auth().oauth2(forged).get("/api/v1/agreements").then().statusCode(401);
    }

    @Test
    void a_problem_type_has_a_page_for_whoever_follows_it() {
        given().get("/problems/stale").then().statusCode(200).contentType(startsWith("text/plain"));
        given().get("/problems/none").then().statusCode(404);
    }

    private List<Long> rows() throws SQLException {
        var counts = new java.util.ArrayList<Long>();
        for (var table : List.of("agreement", "legal_event", "commitment", "organization", "idempotency_key")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
                result.next();
                counts.add(result.getLong(1));
            }
        }
        return counts;
    }
}
