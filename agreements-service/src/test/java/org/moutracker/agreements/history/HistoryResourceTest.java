package org.moutracker.agreements.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.history.Doings.agreement;
import static org.moutracker.agreements.history.Doings.draft;
import static org.moutracker.agreements.history.Doings.signed;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Decided;
import org.moutracker.agreements.Told;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.document.Papering;
import org.moutracker.localstack.Speed;
import org.moutracker.localstack.TestStack;
import org.moutracker.platform.messaging.Origin;

/** The history of an agreement, as it is read; today is 2025-09-17. */
@AgreementsTest
class HistoryResourceTest {

    private final Instant morning = TestStack.clock().instant();

    @Inject
    AgroalDataSource database;

    @Inject
    EntityManager entities;

    @AfterEach
    void go_back_for_the_other_tests() {
        TestStack.clock().begin(morning, Speed.STILL);
    }

    private static Response history(String id, String query) {
        return asRegistrar().get(agreement(id) + "/history" + query);
    }

    @Test
    void a_registration_is_one_entry_with_all_that_was_said() {
        var id = signed();

        history(id, "")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].reason", nullValue())
                .body("items[0].at", equalTo(morning.toString()))
                .body(
                        "items[0].changes.kind",
                        contains("AGREEMENT", "LEGAL_EVENT", "LEGAL_EVENT", "LEGAL_EVENT", "LEGAL_EVENT", "COMMITMENT"))
                .body("items[0].changes.action.unique()", contains("ADDED"))
                .body("items[0].changes[0].fields.field", hasItems("title", "parties", "signatures", "status"))
                .body("items[0].changes[0].fields.field", not(hasItem("search")))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.to", equalTo("IN_FORCE"))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.from", nullValue());
    }

    @Test
    void a_correction_shows_what_it_changed_and_says_why_as_the_body_does() {
        var id = signed();
        var line = asRegistrar()
                .get(agreement(id) + "/legal-events")
                .<String>path("items.find { it.type == 'STATEMENT_MADE' }.id");

        sending("{\"occurredOn\": \"2025-09-16\", \"reason\": \"The gazette prints another day\"}")
                .post(agreement(id) + "/legal-events/" + line + "/corrections")
                .then()
                .statusCode(201);

        history(id, "?limit=1")
                .then()
                .body("items[0].reason", equalTo("The gazette prints another day"))
                .body("items[0].changes[0].name", not(equalTo("")))
                .body("items[0].changes[0].fields.field", contains("facts.STATEMENT_MADE"))
                .body("items[0].changes[0].fields[0].from", equalTo("2025-09-17"))
                .body("items[0].changes[0].fields[0].to", equalTo("2025-09-16"))
                .body("items[0].changes[1].kind", equalTo("LEGAL_EVENT"))
                .body("items[0].changes[1].name", equalTo("CORRECTED"));
    }

    @Test
    void a_reason_in_the_header_stands_before_that_of_the_body_and_the_trace_is_kept() {
        var id = signed();
        var document = new Papering(agreement(id)).entered(Papering.form());

        sending("{\"reason\": \"another's\"}")
                .header("X-Change-Reason", "%D9%84%D9%84%D9%88%D8%B2%D8%A7%D8%B1%D8%A9")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .post(document + "/voiding")
                .then()
                .statusCode(200);

        history(id, "?limit=1")
                .then()
                .body("items[0].reason", equalTo("للوزارة"))
                .body("items[0].origin.trace", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"))
                .body("items[0].changes.kind", contains("DOCUMENT"))
                .body("items[0].changes[0].fields.field", contains("voidReason"));
    }

    @Test
    void what_time_causes_is_nobodys() {
        var form = healthMou();
        form.putObject("term").put("period", "P1Y");
        var id = register(form).<String>path("id");
        TestStack.clock().set(Instant.parse("2026-10-01T00:00:00Z"));
        Told.awaitWhatTimeBrings();

        history(id, "?limit=1")
                .then()
                .body("items[0].actor", equalTo("system"))
                .body("items[0].reason", nullValue())
                .body("items[0].at", equalTo("2026-10-01T00:00:00Z"))
                .body("items[0].origin.kind", equalTo("CLOCK"))
                .body("items[0].origin.work", equalTo("agreements"))
                .body("items[0].changes.kind", contains("AGREEMENT", "LEGAL_EVENT", "COMMITMENT"))
                .body("items[0].changes[0].fields.find { it.field == 'status' }.to", equalTo("EXPIRED"))
                .body("items[0].changes[2].fields.find { it.field == 'status' }.to", equalTo("CANCELLED"));
    }

    @Test
    void what_an_event_causes_names_the_event() {
        var id = signed();
        var commitment = asRegistrar().get(agreement(id)).<String>path("commitments[0].id");

        Decided.fresh().tell("ADOPTED", Decided.close(commitment, "WAIVED"), Decided.open(id, "C-07"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> history(id, "?kind=COMMITMENT")
                                .<List<Object>>path("items")
                                .size()
                        == 2);
        history(id, "?kind=COMMITMENT&limit=1")
                .then()
                .body("items[0].actor", equalTo("system"))
                .body("items[0].origin.kind", equalTo("EVENT"))
                .body("items[0].origin.events.type", contains("mou.decision.adopted.v1"))
                .body("items[0].reason", containsString("decision D-2026-01"))
                .body(
                        "items[0].changes.collect { it.kind + ' ' + it.name + ' ' + it.action }",
                        contains("COMMITMENT C-01 CHANGED", "COMMITMENT C-07 ADDED", "STATEMENT DECISION C-01 ADDED"));
    }

    @Test
    void what_somebody_has_ordered_is_his_although_it_goes_on_by_itself() {
        var id = UUID.fromString(signed());

        var order = new Origin.Order();
        order.begin("imports/7", "importer");
        ScopedValue.where(Origin.CURRENT, order).run(() -> QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("from Commitment where agreementId = ?1", Commitment.class)
                        .setParameter(1, id)
                        .getResultList()
                        .forEach(entities::remove)));

        history(id.toString(), "?limit=1")
                .then()
                .body("items[0].actor", equalTo("importer"))
                .body("items[0].origin.kind", equalTo("ORDER"))
                .body("items[0].origin.work", equalTo("imports/7"));
    }

    @Test
    void a_draft_that_is_deleted_leaves_its_history() {
        var id = draft();
        asRegistrar()
                .header("If-Match", "*")
                .header("X-Change-Reason", "never signed")
                .delete(agreement(id))
                .then()
                .statusCode(204);
        asRegistrar().get(agreement(id)).then().statusCode(404);

        history(id, "?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("never signed"))
                .body("items[0].changes.kind", contains("AGREEMENT", "COMMITMENT"))
                .body("items[0].changes.action.unique()", contains("REMOVED"))
                .body(
                        "items[0].changes[0].fields.find { it.field == 'type' }.from",
                        equalTo("MEMORANDUM_OF_UNDERSTANDING"));
    }

    @Test
    void a_draft_that_is_redrafted_shows_only_what_is_different() {
        var id = draft();
        asRegistrar()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"title\": {\"ar\": \"مذكرة\"}}")
                .patch(agreement(id))
                .then()
                .statusCode(200);

        history(id, "?limit=1")
                .then()
                .body("items[0].changes.kind", contains("AGREEMENT"))
                .body("items[0].changes[0].fields.field", contains("title.ar"));
    }

    @Test
    void it_is_filtered_by_kind_field_actor_and_time() {
        var id = signed();
        TestStack.clock().set(morning.plusSeconds(60));
        sending("{\"type\": \"SUSPENDED\", \"occurredOn\": \"2025-09-17\"}")
                .post(agreement(id) + "/legal-events")
                .then()
                .statusCode(201);
        TestStack.clock().set(morning.plusSeconds(120));
        new Papering(agreement(id)).entered(Papering.form());

        assertThat(sizes(id, "?kind=DOCUMENT", "?kind=LEGAL_EVENT", "?kind=AMENDMENT"))
                .containsExactly(1, 2, 0);
        assertThat(sizes(id, "?field=status", "?field=facts", "?field=stat", "?field=signatures"))
                .containsExactly(2, 1, 0, 1);
        assertThat(sizes(id, "?kind=COMMITMENT&field=status", "?kind=DOCUMENT&field=status"))
                .containsExactly(2, 0);
        assertThat(sizes(id, "?actor=local-registrar", "?actor=system")).containsExactly(3, 0);
        assertThat(sizes(id, "?from=" + morning.plusSeconds(60), "?to=" + morning.plusSeconds(60)))
                .containsExactly(2, 1);
    }

    private static List<Integer> sizes(String id, String... queries) {
        var sizes = new ArrayList<Integer>();
        for (var query : queries) {
            sizes.add(history(id, query).<List<Object>>path("items").size());
        }
        return sizes;
    }

    @Test
    void it_is_read_page_by_page_in_both_directions() {
        var id = signed();
        for (var title : List.of("A", "B", "C")) {
            new Papering(agreement(id)).entered(Papering.form().put("title", title));
        }

        var first = history(id, "?sort=recorded&limit=2");
        first.then().body("items.changes*.name.flatten()", hasItem("A")).body("next", notNullValue());
        history(id, "?sort=recorded&limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.changes*.name.flatten()", contains("B", "C"))
                .body("next", nullValue());
        var newest = history(id, "?limit=3");
        newest.then().body("items.changes*.name.flatten()", contains("C", "B", "A"));
        history(id, "?limit=3&cursor=" + newest.path("next"))
                .then()
                .body("items.changes[0].kind", hasItem("AGREEMENT"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "kind=TREATY, kind",
        "from=yesterday, from",
        "to=2025-09-17, to",
        "sort=who, sort",
        "limit=0, limit",
        "cursor=x, cursor",
        "colour=red, colour"
    })
    void what_cannot_be_asked_is_refused_by_name(String query, String field) {
        history(signed(), "?" + query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void there_is_no_history_of_what_never_was() {
        history(UUID.randomUUID().toString(), "").then().statusCode(404);
        history(signed(), "?kind=AMENDMENT").then().statusCode(200).body("items", empty());
        given().get(agreement(signed()) + "/history").then().statusCode(401);
    }

    @Test
    void of_a_document_of_one_side_the_others_read_nothing() {
        var id = signed();
        entered(id, "For one side", "SIDE");
        entered(id, "For the parties", "PARTIES");
        entered(id, "For all", "PUBLIC");

        assertThat(documents(id, TestStack.token("registrar", "PK")))
                .containsExactly("For one side", "For the parties", "For all");
        assertThat(documents(id, TestStack.token("registrar", "PS"))).containsExactly("For the parties", "For all");
        assertThat(documents(id, TestStack.token("registrar", "CN"))).containsExactly("For all");
        assertThat(documents(id, TestStack.token("registrar"))).containsExactly("For the parties", "For all");
        assertThat(documents(id, TestStack.token("auditor")))
                .containsExactly("For one side", "For the parties", "For all");
    }

    private static void entered(String id, String title, String confidentiality) {
        var form = Papering.form().put("title", title).put("confidentiality", confidentiality);
        if (confidentiality.equals("SIDE")) {
            form.put("side", "PK");
        }
        var entered = asRegistrar()
                .auth()
                .oauth2(TestStack.token("registrar", "PK"))
                .contentType("application/json")
                .body(form.toString())
                .post(agreement(id) + "/documents");
        entered.then().statusCode(201);
        asRegistrar()
                .auth()
                .oauth2(TestStack.token("registrar", "PK"))
                .contentType("text/plain")
                .body(new byte[] {'a'})
                .put(Papering.path(entered) + "/content")
                .then()
                .statusCode(201);
    }

    /** The names of all documents and contents that a history tells of, each once. */
    private static List<String> documents(String id, String token) {
        var query = "/history?sort=recorded&kind=";
        var documents = new ArrayList<String>();
        for (var kind : List.of("DOCUMENT", "CONTENT")) {
            documents.addAll(asRegistrar()
                    .auth()
                    .oauth2(token)
                    .get(agreement(id) + query + kind)
                    .path("items.changes*.name.flatten()"));
        }
        return documents.stream().distinct().toList();
    }

    @Test
    void the_service_cannot_change_or_remove_what_stands_in_a_history() throws SQLException {
        signed();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE agreement_history SET actor = 'nobody'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM agreement_history"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("TRUNCATE agreement_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_is_refused_leaves_nothing() {
        var id = signed();
        sending("{\"type\": \"RESUMED\", \"occurredOn\": \"2025-09-17\"}")
                .post(agreement(id) + "/legal-events")
                .then()
                .statusCode(409);

        history(id, "").then().body("items.size()", equalTo(1));
    }

    @Test
    void a_repeat_of_the_same_request_is_no_second_change() {
        var id = signed();
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            sending(Papering.form().toString())
                    .header("Idempotency-Key", key)
                    .post(agreement(id) + "/documents")
                    .then()
                    .statusCode(201);
        }

        history(id, "").then().body("items.size()", equalTo(2));
    }
}
