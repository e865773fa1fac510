package org.moutracker.agreements.access;

import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.document.Papering;
import org.moutracker.agreements.progress.Training;
import org.moutracker.localstack.TestStack;
import org.moutracker.localstack.TokenRequest;
import org.moutracker.platform.testing.AccessMatrix;

/** The day of these tests is 2025-09-17. */
@AgreementsTest
class OwnAgreementsTest {

    private static final String PUBLISHED = "{\"type\": \"PUBLISHED\", \"occurredOn\": \"2025-09-17\"}";

    private final String word = UUID.randomUUID().toString().substring(0, 8);

    private static AccessMatrix matrix() throws IOException {
        return new AccessMatrix(
                Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml"));
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification of(String role, @Nullable String party) {
        return with(party == null ? TestStack.token(role) : TestStack.token(role, party));
    }

    private RequestSpecification officer(String name) {
        return with(TestStack.token(TokenRequest.of("officer").withName(name + "-" + word)));
    }

    private void name(String agreement, String name, String more) {
        sending("""
                        {"subject": "%1$s-%2$s", %3$s, "person": {"name": "%1$s %2$s", "email": "%1$s@%2$s.example",
                         "language": "ur", "zone": "Asia/Karachi"}}""".formatted(name, word, more))
                .post("/api/v1/agreements/" + agreement + "/officers")
                .then()
                .statusCode(201);
    }

    private static Response publish(RequestSpecification who, String agreement) {
        return who.body(PUBLISHED).post("/api/v1/agreements/" + agreement + "/legal-events");
    }

    @Test
    void an_officer_changes_the_agreements_that_he_sees_to_and_reads_all() {
        var own = register(healthMou()).<String>path("id");
        var other = register(healthMou()).<String>path("id");
        name(own, "khan", "\"role\": \"OFFICER\"");

        publish(officer("khan"), own).then().statusCode(201);
        publish(officer("khan"), other)
                .then()
                .statusCode(403)
                .body("detail", equalTo("other officers see to this agreement"));
        officer("khan").get("/api/v1/agreements/" + other).then().statusCode(200);
        officer("khan").post("/api/v1/agreements/" + own + "/voiding").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"role\": \"FOLLOWER\"",
                "\"role\": \"LEAD\", \"from\": \"2025-09-18\"",
                "\"role\": \"LEAD\", \"from\": \"2025-09-01\", \"until\": \"2025-09-16\""
            })
    void who_follows_or_is_no_officer_today_changes_nothing(String assignment) {
        var agreement = register(healthMou()).<String>path("id");
        name(agreement, "khan", assignment);

        publish(officer("khan"), agreement).then().statusCode(403);
    }

    @Test
    void an_officer_says_when_he_is_away_and_not_when_others_are() {
        var agreement = register(healthMou()).<String>path("id");
        name(agreement, "khan", "\"role\": \"LEAD\"");
        name(agreement, "ahmed", "\"role\": \"OFFICER\"");

        away("khan").then().statusCode(201);
        away("ahmed").then().statusCode(403);
    }

    private Response away(String whose) {
        return officer("khan")
                .body("{\"from\": \"2025-10-01\", \"to\": \"2025-10-05\"}")
                .post("/api/v1/officers/" + whose + "-" + word + "/absences");
    }

    @Test
    void a_draft_is_seen_by_the_register_and_by_its_parties_alone() throws IOException {
        var form = healthMou();
        form.remove("signatures");
        form.remove("legalEvents");
        var secret = "SECRET " + UUID.randomUUID();
        form.putObject("title").put("en", secret);
        var draft = register(form);
        draft.then().statusCode(201).body("status", equalTo("DRAFT"));
        var id = draft.<String>path("id");
        var commitment = draft.<String>path("commitments[0].id");

        for (var role : List.of("registrar", "secretary", "auditor")) {
            of(role, null).get("/api/v1/agreements/" + id).then().statusCode(200);
        }
        of("member", "PK").get("/api/v1/agreements/" + id).then().statusCode(200);
        of("member", "PK").get("/api/v1/commitments?agreement=" + id).then().body("items", hasSize(1));
        var things = Map.of("agreements", id, "commitments", commitment);
        for (var stranger : List.of(
                TestStack.token("member"),
                TestStack.token("integration"),
                TestStack.token("member", "CN"),
                TestStack.token("registrar", "CN"),
                TestStack.token("officer", "CN"))) {
            with(stranger)
                    .get("/api/v1/agreements?q=" + secret.substring(7, 15))
                    .then()
                    .body("items", hasSize(0));
            with(stranger).get("/api/v1/commitments?agreement=" + id).then().body("items", hasSize(0));
            matrix().assertUntold(stranger, things, List.of(secret, id, commitment));
            matrix().assertLikeUnknown(stranger, "agreements", id);
            matrix().assertLikeUnknown(stranger, "commitments", commitment);
        }
    }

    @Test
    void no_answer_tells_of_a_document_that_is_for_another_side() throws IOException {
        var papering = Papering.ofSigned();
        var agreement = papering.location().substring(papering.location().lastIndexOf('/') + 1);
        var secret = "SECRET " + UUID.randomUUID();
        var entered = of("registrar", "PK")
                .body(Papering.form()
                        .put("title", secret)
                        .put("confidentiality", "SIDE")
                        .put("side", "PK")
                        .toString())
                .post(papering.location() + "/documents");
        entered.then().statusCode(201);
        var document = entered.<String>path("id");

        of("member", "PK").get("/api/v1/documents/" + document).then().statusCode(200);
        var things = Map.of("agreements", agreement, "documents", document);
        for (var role : List.of("registrar", "officer", "secretary", "member", "integration")) {
            for (var party : new String[] {"PS", "CN", null}) {
                var token = party == null ? TestStack.token(role) : TestStack.token(role, party);
                matrix().assertUntold(token, things, List.of(secret, document));
                matrix().assertLikeUnknown(token, "documents", document);
            }
        }
    }

    @Test
    void what_is_between_the_parties_is_not_for_a_member_of_none() {
        var papering = Papering.ofSigned();
        var document = papering.entered(Papering.form());

        of("registrar", null).get(document).then().statusCode(200);
        of("member", "PS").get(document).then().statusCode(200);
        for (var stranger :
                List.of(TestStack.token("member"), TestStack.token("integration"), TestStack.token("member", "CN"))) {
            with(stranger).get(document).then().statusCode(404);
            with(stranger).get(papering.location() + "/documents").then().body("items", hasSize(0));
        }
    }

    @Test
    void people_of_a_party_speak_for_its_side_alone() {
        var training = Training.promised();

        say(of("member", "PK"), training, "PS").then().statusCode(400).body("violations[0].field", equalTo("party"));
        say(of("secretary", "PS"), training, "PK").then().statusCode(400);
        say(of("member", null), training, "PK").then().statusCode(400);
        // The other party of the same side.
        say(of("member", "PK-FIN"), training, "PK").then().statusCode(201);
        say(of("secretary", null), training, "PS").then().statusCode(201);
    }

    @Test
    void an_officer_who_sits_in_groups_too_speaks_for_no_side_of_others_agreements() {
        var training = Training.promised();

        say(of("officer,member", null), training, "PK").then().statusCode(403);
        say(of("officer,member", "PK"), training, "PK").then().statusCode(201);
    }

    @Test
    void a_contact_point_speaks_for_the_organization() {
        var training = Training.promised();
        var mail = "saleh@" + word + ".example";
        var ministry = of("registrar", null)
                .get("/api/v1/agreements/" + training.agreement())
                .<String>path("parties.find { it.code == 'PS' }.organization.id");

        say(with(TestStack.memberToken(mail)), training, "PS").then().statusCode(400);
        sending("{\"person\": {\"name\": \"Saleh\", \"email\": \"%s\"}, \"role\": \"Director\"}".formatted(mail))
                .post("/api/v1/organizations/" + ministry + "/contact-points")
                .then()
                .statusCode(201);
        say(with(TestStack.memberToken(mail)), training, "PS").then().statusCode(201);
        say(with(TestStack.memberToken(mail)), training, "PK")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("the side that you belong to"));
    }

    private static Response say(RequestSpecification who, Training training, String party) {
        return who.body("{\"party\": \"%s\", \"kind\": \"PROGRESS\", \"on\": \"2025-09-17\", \"done\": \"The course\"}"
                        .formatted(party))
                .post("/api/v1/commitments/" + training.id() + "/reports");
    }
}
