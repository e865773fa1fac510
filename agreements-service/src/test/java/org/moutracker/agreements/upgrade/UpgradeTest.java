package org.moutracker.agreements.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

/** A service that starts on what an earlier release has left: nothing is lost, and all that came since works with it. */
@Tag("extended")
@QuarkusTest
@WithTestResource(FilledBefore.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradeTest {

    private static final String HEALTH = "/api/v1/agreements/01a2224d-7893-77a5-9176-ccf3ee63a94f";
    private static final String DRAFT = "/api/v1/agreements/01a2224d-7a5e-74f4-b588-ef6c2feb9d42";
    private static final String LABORATORY = "/api/v1/agreements/01a2224d-7a7d-76fd-b383-28d9f0ace2e6";
    private static final String TRAINING = "/api/v1/commitments/01a2224d-7894-76ed-8bcf-f1c5f4015ebf";
    private static final String DOCUMENT = "/api/v1/documents/01a2224d-798f-7015-94b1-26612d49bfbb";
    private static final String MINISTRY = "/api/v1/organizations/01a2224c-87cf-737d-a131-22ed46682873";
    private static final String SAME_MINISTRY = "01a2224c-0000-7000-8000-0000000000a2";

    private final Instant morning = TestStack.clock().instant();

    @Inject
    AgroalDataSource database;

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    @BeforeEach
    void wait_until_all_is_listed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> toFollow() == 0);
        Told.awaitWhatTimeBrings();
    }

    private long toFollow() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM agreement_to_follow");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Response list(String query) {
        return asRegistrar().get("/api/v1/agreements" + query);
    }

    @Test
    void agreements_are_found_by_words_traits_and_days() {
        list("?q=understanding health").then().body("items.reference", hasItems("PK-PS-2025-HEALTH"));
        list("?q=beijing anlong").then().body("items.reference", contains("PK-CN-2020-CANCER-LAB"));
        list("?country=PS&status=IN_FORCE").then().body("items.reference", contains("PK-PS-2025-HEALTH"));
        list("?area=organ transplant&signedFrom=2025-09-17&inForceUntil=2025-09-17")
                .then()
                .body("items.reference", contains("PK-PS-2025-HEALTH"));
        list("?signedFrom=2020-01-01&signedUntil=2020-12-31")
                .then()
                .body("items.reference", contains("PK-CN-2020-CANCER-LAB"));
        list("?count=true").then().body("count.number", equalTo(3));
    }

    @Test
    void an_agreement_stands_as_it_stood_with_all_that_belongs_to_it() {
        asRegistrar()
                .get(HEALTH)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("enteredIntoForceOn", equalTo("2025-09-17"))
                .body("currentTerm.endsOn", equalTo("2035-09-17"))
                .body("parties.code", contains("PK", "PS", "PK-FIN"))
                .body("signatures[1].person.variants", contains("Zuhair Dar Zaid"))
                .body("lastAmendment.number", equalTo(1))
                .body("externalIdentifiers", empty())
                .body("mistake", nullValue())
                .body("duplicates", empty())
                .body("commitments.code", contains("C-01", "C-02"));
        asRegistrar().get(DRAFT).then().body("status", equalTo("DRAFT"));
        asRegistrar()
                .get(HEALTH + "/legal-events")
                .then()
                .body("items.type", hasItems("SIGNED", "STATEMENT_MADE", "ENTERED_INTO_FORCE", "AMENDED"));
        asRegistrar().get(HEALTH + "/amendments").then().body("items.status", contains("IN_EFFECT"));
        asRegistrar().get(HEALTH + "/correspondence").then().body("items.number", contains("PK/2025/7"));
        asRegistrar().get(HEALTH + "/documents").then().body("items.title", contains("Signed copy"));
        assertThat(asRegistrar().get(DOCUMENT + "/content").asString()).isEqualTo("Article 1");
    }

    @Test
    void what_came_since_begins_empty_and_works() {
        asRegistrar().get(HEALTH + "/history").then().statusCode(200).body("items", empty());
        asRegistrar().get(HEALTH + "/provenance").then().statusCode(200);
        asRegistrar().get(HEALTH + "/officers").then().statusCode(200);
        asRegistrar()
                .get(HEALTH + "/implementation")
                .then()
                .statusCode(200)
                .body("byStatus.REPORTED_FULFILLED", equalTo(1));
        asRegistrar().get(TRAINING).then().body("confirmationBySilence", nullValue());

        TestStack.clock().jump(Duration.ofDays(1));
        sending("{\"party\": \"PS\", \"on\": \"2025-09-17\"}")
                .post(TRAINING + "/confirmations")
                .then()
                .statusCode(201)
                .body("status", equalTo("FULFILLED"));

        asRegistrar()
                .get(HEALTH + "/history?kind=COMMITMENT")
                .then()
                .body("items", hasSize(1))
                .body("items[0].changes[0].name", equalTo("C-02"))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.from", equalTo("REPORTED_FULFILLED"));
        asRegistrar().get(TRAINING).then().body("positions.word", contains("REPORTED", "CONFIRMED"));
        asRegistrar().get(HEALTH + "/implementation").then().body("byStatus.FULFILLED", equalTo(1));
        asRegistrar()
                .queryParam("asOf", morning.plusSeconds(60).toString())
                .get(HEALTH + "/implementation")
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("byStatus.REPORTED_FULFILLED", equalTo(1))
                .body("commitments.code", contains("C-01", "C-02"));
    }

    @Test
    void a_change_of_what_is_old_has_a_history_with_what_was_before() {
        sending("{\"reason\": \"Registered twice\"}")
                .post(LABORATORY + "/voiding")
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"));
        list("?q=anlong").then().body("items", empty());
        asRegistrar()
                .get(LABORATORY + "/history")
                .then()
                .body("items[0].reason", equalTo("Registered twice"))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.from", equalTo("SIGNED"));
        sending("{\"reason\": \"It was not\"}")
                .post(LABORATORY + "/reinstatement")
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("commitments", hasSize(3));
    }

    @Test
    void organizations_are_compared_by_their_names_and_merged() {
        asRegistrar()
                .get(MINISTRY)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("variants", empty());
        asRegistrar().get(MINISTRY + "/duplicates").then().body("organization.id", hasItems(SAME_MINISTRY));
        asRegistrar()
                .get("/api/v1/organizations?country=PS")
                .then()
                .body(
                        "items.name",
                        containsInAnyOrder("Ministry of Health", "The Ministry of Health, Palestine", "وزارة الصحة"));
        asRegistrar()
                .queryParam("q", "الصحه")
                .get("/api/v1/organizations")
                .then()
                .body("items.name", contains("وزارة الصحة"));
        sending("{\"into\": \"%s\", \"reason\": \"registered twice\"}"
                        .formatted(MINISTRY.substring(MINISTRY.lastIndexOf('/') + 1)))
                .post("/api/v1/organizations/" + SAME_MINISTRY + "/merger")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> toFollow() == 0);
        sending("{\"reason\": \"They are two\"}")
                .post("/api/v1/organizations/" + SAME_MINISTRY + "/separation")
                .then()
                .statusCode(200);
    }
}
