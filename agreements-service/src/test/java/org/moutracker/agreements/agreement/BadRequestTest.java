package org.moutracker.agreements.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.sending;

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
