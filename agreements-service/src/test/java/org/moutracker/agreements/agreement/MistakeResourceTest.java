package org.moutracker.agreements.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.agreement.Recording.FIVE_YEARS;
import static org.moutracker.agreements.agreement.Recording.mou;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;

/** Agreements that were registered by mistake, or twice; today is 2025-09-17. */
@AgreementsTest
class MistakeResourceTest {

    private final Instant morning = TestStack.clock().instant();

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static Response makeVoid(Recording agreement) {
        return sending("{\"reason\": \"It is another's\"}").post(agreement.location() + "/voiding");
    }

    private static Response reinstate(Recording agreement) {
        return sending("{\"reason\": \"It is right after all\"}").post(agreement.location() + "/reinstatement");
    }

    private static Response merge(Recording duplicate, Recording into) {
        return sending("{\"into\": \"%s\", \"reason\": \"Registered by both\"}".formatted(into.id()))
                .post(duplicate.location() + "/merger");
    }

    @Test
    void it_stays_on_record_and_nothing_is_owed_under_it() {
        var agreement = Recording.inForce();
        var path = java.net.URI.create(agreement.location()).getPath();

        makeVoid(agreement)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("VOIDED"))
                .body("mistake.reason", equalTo("It is another's"))
                .body("mistake.by", equalTo("local-registrar"))
                .body("mistake.at", equalTo(morning.toString()))
                .body("mergedInto", nullValue())
                .body("waitingFor", empty())
                .body("commitments.status", contains("CANCELLED"))
                .body("facts.SIGNATURE", equalTo("2025-09-17"))
                .body("history", equalTo(path + "/history"));

        agreement.read().then().statusCode(200).body("status", equalTo("VOIDED"));
        assertThat(agreement.ledger()).contains("SIGNED", "ENTERED_INTO_FORCE");
        asRegistrar()
                .get(agreement.location() + "/history?limit=1")
                .then()
                .body("items[0].reason", equalTo("It is another's"))
                .body("items[0].changes.kind", contains("AGREEMENT", "COMMITMENT"))
                .body("items[0].changes[0].fields.field", contains("mistake", "status"))
                .body("items[0].changes[0].fields[1].from", equalTo("IN_FORCE"))
                .body("items[0].changes[0].fields[1].to", equalTo("VOIDED"));
    }

    @Test
    void others_hear_that_it_is_void_and_all_its_times_are_over() {
        var agreement = Recording.inForce();
        var commitment = agreement.read().<String>path("commitments[0].id");
        makeVoid(agreement).then().statusCode(200);

        assertThat(Told.types(agreement.id())).last().isEqualTo("mou.agreement.voided.v1");
        var state = Told.states(agreement.id()).getLast();
        assertThat(state.get("status").asText()).isEqualTo("VOIDED");
        assertThat(state.get("version").asInt()).isEqualTo(2);
        assertThat(state.findValuesAsText("state")).contains("HAPPENED", "OVER").doesNotContain("OPEN");
        assertThat(state.get("times"))
                .filteredOn(time -> time.get("state").asText().equals("OVER"))
                .extracting(time -> time.get("because").asText())
                .containsOnly("the agreement was registered by mistake");
        assertThat(Told.of("mou.commitments.v1", commitment))
                .last()
                .extracting(Told::type)
                .isEqualTo("mou.commitment.cancelled.v1");
    }

    @Test
    void a_reason_in_the_header_stands_before_that_of_the_body() {
        var agreement = Recording.inForce();

        sending("{\"reason\": \"It is another's\"}")
                .header("X-Change-Reason", "Asked for by the archive")
                .post(agreement.location() + "/voiding")
                .then()
                .statusCode(200)
                .body("mistake.reason", equalTo("It is another's"));

        asRegistrar()
                .get(agreement.location() + "/history?limit=1")
                .then()
                .body("items[0].reason", equalTo("Asked for by the archive"));
    }

    @Test
    void it_stays_void_when_one_of_its_organizations_becomes_another() {
        var form = healthMou();
        var name = "Office " + UUID.randomUUID();
        ((ObjectNode) form.at("/parties/0/organization")).put("name", name);
        var agreement = Recording.of(form);
        var organization = agreement.read().<String>path("parties[0].organization.id");
        makeVoid(agreement).then().statusCode(200);

        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\": \"Renamed %s\"}".formatted(name))
                .patch("/api/v1/organizations/" + organization)
                .then()
                .statusCode(200);
        // Long: in other tests it was later already, and what seems to come late is looked for now and then.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Told.types(agreement.id())).last().isEqualTo("mou.agreement.changed.v1"));
        Told.awaitWhatTimeBrings();

        assertThat(agreement.status()).isEqualTo("VOIDED");
        asRegistrar()
                .get("/api/v1/agreements?voided=true&q=Renamed " + name)
                .then()
                .body("items.id", contains(agreement.id()));
        reinstate(agreement).then().statusCode(200).body("status", equalTo("IN_FORCE"));
    }

    @Test
    void it_can_be_voided_in_any_state() {
        for (var type : new String[] {"SUSPENDED", "SUPERSEDED"}) {
            var agreement = Recording.inForce();
            agreement.record(type, "2025-09-17").then().statusCode(201);
            makeVoid(agreement).then().statusCode(200).body("status", equalTo("VOIDED"));
            reinstate(agreement).then().statusCode(200).body("status", equalTo(type));
        }
    }

    @Test
    void a_draft_is_voided_and_reinstated_without_anybody_hearing_of_it() {
        var form = healthMou();
        ((ArrayNode) form.get("signatures")).remove(1);
        form.putArray("legalEvents");
        var draft = Recording.of(form);

        makeVoid(draft).then().statusCode(200).body("status", equalTo("VOIDED"));
        reinstate(draft).then().statusCode(200).body("status", equalTo("DRAFT"));

        assertThat(Told.types(draft.id())).isEmpty();
    }

    @Test
    void time_leaves_it_alone_and_what_was_missed_comes_about_when_it_is_reinstated() {
        var agreement = Recording.of(mou("{\"kind\": \"ON_SIGNATURE\"}", FIVE_YEARS));
        makeVoid(agreement).then().statusCode(200);
        TestStack.clock().set(Instant.parse("2030-10-01T00:00:00Z"));
        Told.awaitWhatTimeBrings();
        assertThat(agreement.ledger()).doesNotContain("RENEWED");
        assertThat(agreement.status()).isEqualTo("VOIDED");

        reinstate(agreement)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("mistake", nullValue())
                .body("commitments.status", contains("OPEN"));

        assertThat(agreement.days("RENEWED")).containsExactly("2030-09-18");
        assertThat(Told.types(agreement.id()))
                .endsWith("mou.agreement.voided.v1", "mou.agreement.reinstated.v1", "mou.agreement.renewed.v1");
        asRegistrar()
                .get(agreement.location() + "/history?limit=1")
                .then()
                .body("items[0].reason", equalTo("It is right after all"));
    }

    @Test
    void an_amendment_that_was_due_meanwhile_takes_effect_when_it_is_reinstated() {
        var agreement = Recording.inForce();
        sending("""
                {"title": {"en": "First"}, "instrument": "EXCHANGE_OF_LETTERS", "changes": {"term": {"period": "P10Y"}},
                 "takesEffect": {"kind": "ON_DATE", "on": "2025-10-01"},
                 "consents": [{"party": "PK", "on": "2025-09-17"}, {"party": "PS", "on": "2025-09-17"}]}
                """)
                .post(agreement.location() + "/amendments")
                .then()
                .statusCode(201)
                .body("status", equalTo("AGREED"));
        makeVoid(agreement).then().statusCode(200);
        TestStack.clock().set(Instant.parse("2025-11-01T00:00:00Z"));
        Told.awaitWhatTimeBrings();
        assertThat(amendment(agreement)).isEqualTo("AGREED");

        reinstate(agreement).then().statusCode(200);
        Told.awaitWhatTimeBrings();

        assertThat(amendment(agreement)).isEqualTo("IN_EFFECT");
    }

    private static String amendment(Recording agreement) {
        return asRegistrar().get(agreement.location() + "/amendments/1").path("status");
    }

    @Test
    void what_was_said_of_a_commitment_stands_again_with_its_agreement() {
        var agreement = Recording.inForce();
        var commitment = agreement.read().<String>path("commitments[0].id");
        sending("{\"party\": \"PK\", \"kind\": \"FULFILLED\", \"on\": \"2025-09-17\", \"done\": \"It sits\"}")
                .post("/api/v1/commitments/" + commitment + "/reports")
                .then()
                .statusCode(201);

        makeVoid(agreement).then().body("commitments.status", contains("CANCELLED"));
        reinstate(agreement).then().body("commitments.status", contains("REPORTED_FULFILLED"));
    }

    @Test
    void lists_leave_it_out_unless_they_are_asked() {
        var agreement = Recording.inForce();
        var reference = agreement.read().<String>path("reference");
        var commitment = agreement.read().<String>path("commitments[0].id");
        makeVoid(agreement).then().statusCode(200);

        var list = "/api/v1/agreements?q=" + reference;
        asRegistrar().get(list).then().body("items", empty());
        asRegistrar().get(list + "&voided=true").then().body("items.id", contains(agreement.id()));
        asRegistrar().get(list + "&status=VOIDED").then().body("items.status", contains("VOIDED"));
        asRegistrar()
                .get("/api/v1/commitments?agreement=" + agreement.id())
                .then()
                .body("items.id", contains(commitment));
        var after = asRegistrar().get("/api/v1/commitments?status=CANCELLED&limit=200");
        after.then().body("items.id", not(hasItem(commitment)));
    }

    @Test
    void its_reference_is_free_for_the_right_one_and_then_it_cannot_come_back() {
        var form = healthMou();
        var wrong = Recording.of(form);
        register(form).then().statusCode(409);
        makeVoid(wrong).then().statusCode(200);

        register(form)
                .then()
                .statusCode(201)
                .body("reference", equalTo(form.get("reference").asText()));

        reinstate(wrong)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("the reference %s is taken by another agreement since"
                                .formatted(form.get("reference").asText())));
        assertThat(wrong.status()).isEqualTo("VOIDED");
    }

    @Test
    void a_duplicate_says_where_it_goes_on_and_keeps_what_it_has() {
        var one = Recording.inForce();
        var duplicate = Recording.inForce();
        var documents = asRegistrar().get(duplicate.location() + "/documents");

        merge(duplicate, one)
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"))
                .body("mergedInto", equalTo(one.id()))
                .body("mistake.reason", equalTo("Registered by both"))
                .body("reference", notNullValue());

        one.read().then().body("duplicates", contains(duplicate.id())).body("status", equalTo("IN_FORCE"));
        duplicate.read().then().statusCode(200).body("mergedInto", equalTo(one.id()));
        assertThat(asRegistrar().get(duplicate.location() + "/documents").asString())
                .isEqualTo(documents.asString());
        var state = Told.states(duplicate.id()).getLast();
        assertThat(Told.types(duplicate.id())).last().isEqualTo("mou.agreement.merged.v1");
        assertThat(state.path("mergedInto").asText()).isEqualTo(one.id());
        asRegistrar()
                .get(one.location() + "/history?limit=1")
                .then()
                .body("items[0].reason", equalTo("Registered by both"))
                .body("items[0].changes[0].fields.field", contains("duplicates"));
        duplicate
                .record("PUBLISHED", "2025-09-17")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("the agreement %s is void: it was merged into %s"
                                .formatted(duplicate.read().<String>path("reference"), one.id())));
    }

    @Test
    void a_merger_is_taken_back_on_both_sides() {
        var one = Recording.inForce();
        var duplicate = Recording.inForce();
        merge(duplicate, one).then().statusCode(200);

        reinstate(duplicate)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("mergedInto", nullValue());

        one.read().then().body("duplicates", empty());
    }

    @Test
    void agreements_are_not_merged_in_a_circle_or_into_what_is_void() {
        var one = Recording.inForce();
        var other = Recording.inForce();
        merge(other, one).then().statusCode(200);

        merge(one, other).then().statusCode(409);
        merge(one, one).then().statusCode(400).body("violations.field", contains("into"));
        merge(one, new Recording("/x/" + UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("violations.message", contains("is not an agreement that is known"));
        one.read().then().body("status", equalTo("IN_FORCE")).body("duplicates", contains(other.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voiding | {} | reason",
                "voiding | {\"reason\": \" \"} | reason",
                "voiding | {\"reason\": \"x\", \"who\": \"me\"} | who",
                "merger | {\"reason\": \"x\"} | into",
                "merger | {\"reason\": \"x\", \"into\": \"PK\"} | into",
                "reinstatement | {} | reason"
            })
    void what_is_missing_is_named(String where, String body, String field) {
        sending(body)
                .post(Recording.inForce().location() + "/" + where)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"voiding", "reinstatement"})
    void what_is_stale_or_not_known_is_refused(String where) {
        var agreement = Recording.inForce();
        sending("{\"reason\": \"x\"}")
                .header("If-Match", "\"7\"")
                .post(agreement.location() + "/" + where)
                .then()
                .statusCode(412);
        sending("{\"reason\": \"x\"}")
                .post("/api/v1/agreements/" + UUID.randomUUID() + "/" + where)
                .then()
                .statusCode(404);
    }

    @Test
    void what_stands_is_not_reinstated_and_what_is_void_is_not_voided_again() {
        var agreement = Recording.inForce();
        reinstate(agreement).then().statusCode(409);
        makeVoid(agreement).then().statusCode(200);
        makeVoid(agreement).then().statusCode(409);
    }

    @Test
    void a_wrong_line_is_corrected_with_its_reason_and_the_status_follows() {
        var agreement = Recording.inForce();
        agreement.record("SUSPENDED", "2025-09-17").then().body("status", equalTo("SUSPENDED"));

        agreement
                .correct(agreement.line("SUSPENDED"), "{\"void\": true, \"reason\": \"Another agreement's\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("IN_FORCE"));

        asRegistrar()
                .get(agreement.location() + "/history?limit=1")
                .then()
                .body("items[0].reason", equalTo("Another agreement's"))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.to", equalTo("IN_FORCE"));
        assertThat(Told.types(agreement.id())).last().isEqualTo("mou.agreement.corrected.v1");
        assertThat(Told.states(agreement.id()).getLast().get("status").asText()).isEqualTo("IN_FORCE");
    }
}
