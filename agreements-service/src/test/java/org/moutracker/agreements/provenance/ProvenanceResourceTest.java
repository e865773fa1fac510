package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.cancerLaboratory;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.Api.sending;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.AgreementsTest;

/** What sources say of agreements, as a registrar records it; today is 2025-09-17. */
@AgreementsTest
class ProvenanceResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "signatures.PS.person.name";

    @Inject
    AgroalDataSource database;

    private String agreement = "";

    @BeforeEach
    void an_agreement_is_signed() {
        agreement = registered(healthMou());
    }

    @Test
    void three_spellings_of_a_name_in_four_sources_stand_side_by_side() {
        says(NAME, "Zuhair Zaid", "Dawn", "MEDIUM");
        says(NAME, "Zuhair Dar Zaid", "Geo", "MEDIUM");
        says(NAME, "Dr Zuhair M.H. Hamadallah Zaid", "DNA", "LOW");
        var embassy = says(NAME, "ZUHAIR ZAID", "Embassy", "HIGH");

        fact(NAME)
                .body("says", equalTo("Zuhair Zaid"))
                .body("registered", equalTo(true))
                .body("conflict", equalTo(true))
                .body("statements.source.title", contains("Embassy", "Geo", "Dawn", "DNA"))
                .body("statements.comparison", contains("AGREES", "VARIANT", "AGREES", "CONTRADICTS"))
                .body("chosen", equalTo(List.of(embassy, idOf("Dawn"))))
                .body("choice", nullValue());

        choose(embassy, "The embassy spells it so itself")
                .then()
                .statusCode(200)
                .body("fact", equalTo(NAME))
                .body("chosen", contains(embassy))
                .body("choice.statement", equalTo(embassy))
                .body("choice.because", equalTo("The embassy spells it so itself"))
                .body("choice.by", notNullValue());
        choose(idOf("DNA"), "It is the longest")
                .then()
                .statusCode(409)
                .body("detail", containsString("change the register"));
        choose(idOf("Geo"), "It is another spelling").then().statusCode(409);
        fact(NAME).body("chosen", contains(embassy));

        provenance("?conflicts=true").then().body("items.fact", contains(NAME));
    }

    @Test
    void of_a_signing_day_that_nobody_reported_the_sources_say_more_or_contradict() {
        agreement = registered(cancerLaboratory());
        var day = "signatures.LIFE.signedOn";
        var exact = says(day, "2020-09-22", "Xinhua", "LOW");
        says(day, "../2020-09-23", "Gwadar Pro", "MEDIUM");

        fact(day)
                .body("says", equalTo("../2020-09-22"))
                .body("conflict", equalTo(false))
                .body("statements.comparison", contains("AGREES", "COMPATIBLE"))
                .body("chosen", contains(idOf("Gwadar Pro")));
        choose(exact, "It names the day").then().statusCode(409);

        says(day, "2020-09-21", "The News", "LOW");
        fact(day).body("conflict", equalTo(true));

        // The register takes the day over, and everything follows from that.
        var line = asRegistrar()
                .get(agreement + "/legal-events")
                .<String>path("items.find { it.type == 'SIGNED' && it.party == 'LIFE' }.id");
        sending("{\"occurredOn\": \"2020-09-22\", \"reason\": \"Xinhua names the day\"}")
                .post(agreement + "/legal-events/" + line + "/corrections")
                .then()
                .statusCode(201);

        fact(day)
                .body("says", equalTo("2020-09-22"))
                .body("conflict", equalTo(true))
                .body("statements.comparison", contains("AGREES", "CONTRADICTS", "AGREES"))
                .body("chosen", containsInAnyOrder(idOf("Gwadar Pro"), exact));
        choose(exact, "It names the day").then().statusCode(200).body("chosen", contains(exact));
    }

    @Test
    void another_spelling_is_chosen_by_naming_the_signatory_so_in_the_register() {
        var dna = says(NAME, "Zuhair Hamdallah Zaid", "DNA", "HIGH");
        says(NAME, "Zuhair Zaid", "Dawn", "LOW");
        choose(dna, "He signs so").then().statusCode(409);
        var signatures = "{\"signatures\": [{\"party\": \"PK\", \"signedOn\": \"2025-09-17\"}, {\"party\": \"PS\","
                + " \"signedOn\": \"%s\", \"person\": {\"name\": \"Zuhair Hamdallah Zaid\", \"variants\": [\"Zuhair Zaid\"]}}]}";

        patch(signatures.formatted("2025-09-18"))
                .then()
                .statusCode(409)
                .body("detail", containsString("signatures of an agreement"));
        patch(signatures.formatted("2025-09-17"))
                .then()
                .statusCode(200)
                .body("signatures[1].person.name", equalTo("Zuhair Hamdallah Zaid"))
                .body("signatures[1].signedOn", equalTo("2025-09-17"))
                .body("status", equalTo("IN_FORCE"));

        fact(NAME)
                .body("conflict", equalTo(false))
                .body("statements.comparison", contains("AGREES", "VARIANT"))
                .body("chosen", contains(dna));
        choose(dna, "He signs so").then().statusCode(200);
    }

    @Test
    void a_patch_of_the_register_moves_what_agrees_and_lapses_a_choice() {
        says("title.en", "Memorandum of Understanding on health cooperation", "APP", "HIGH");
        var dawn = says("title.en", "MoU in the field of health", "Dawn", "LOW");
        says("areas", "Burn treatment", "Dawn", "LOW");
        choose(idOf("APP"), "It is the official agency").then().statusCode(200);

        patch("{\"title\": {\"en\": \"MoU in the Field of Health\"},"
                        + " \"areas\": [{\"name\": \"Burn treatment\", \"direction\": \"JOINT\"}]}")
                .then()
                .statusCode(200);

        fact("title.en")
                .body("conflict", equalTo(true))
                .body("chosen", contains(dawn))
                .body("choice", nullValue());
        fact("areas").body("says", contains("Burn treatment")).body("statements.comparison", contains("AGREES"));
    }

    @Test
    void what_is_said_of_a_fact_that_the_register_loses_stays() {
        says("areas.Ophthalmology.direction", "JOINT", "Dawn", "LOW");

        patch("{\"areas\": []}").then().statusCode(200);

        fact("areas.Ophthalmology.direction")
                .body("registered", equalTo(false))
                .body("says", nullValue())
                .body("statements.comparison", contains("COMPATIBLE"));
    }

    @Test
    void every_kind_of_value_is_kept_as_it_was_said() throws Exception {
        var values = Map.of(
                "type", "\"AGREEMENT\"",
                "enteredIntoForceOn", "\"2025-09\"",
                "term.period", "\"P5Y\"",
                "commitments.C-01.target.target", "120.5",
                "areas.Ophthalmology.direction", "{\"from\": \"PK\", \"to\": \"PS\"}",
                "commitments.C-01.rule",
                        "{\"anchor\": {\"event\": \"STATEMENT_MADE\"}, \"steps\": [{\"kind\": \"WITHIN\", \"period\": \"P60D\"}]}",
                "initiatives", "\"中巴经济走廊\"");
        for (var value : values.entrySet()) {
            var form = form(value.getKey(), "");
            form.set("value", JSON.readTree(value.getValue()));
            var said = say(form);

            said.then().statusCode(201);
            assertThat(JSON.readTree(asRegistrar()
                                    .get(URI.create(said.header("Location")).getPath())
                                    .asString())
                            .get("value"))
                    .isEqualTo(JSON.readTree(value.getValue()));
        }
        provenance("?conflicts=true").then().body("items.fact", contains("commitments.C-01.rule", "type"));
    }

    @Test
    void a_statement_says_who_said_it_where_and_when() {
        var said = say(form(NAME, "Zuhair Zaid"));

        said.then()
                .statusCode(201)
                .body("source.title", equalTo("Dawn"))
                .body("source.uri", equalTo("https://www.dawn.com/news/1942648"))
                .body("source.publishedOn", equalTo("2025-09-17"))
                .body("source.language", equalTo("en"))
                .body("confidence", equalTo("MEDIUM"))
                .body("note", equalTo("In the caption"))
                .body("comparison", equalTo("AGREES"))
                .body("withdrawn", nullValue())
                .body("recordedBy", notNullValue());
        asRegistrar().get(agreement).then().body("provenance", equalTo(agreement + "/provenance"));
        say(form(NAME, "zuhair zaid"))
                .then()
                .statusCode(409)
                .body("detail", equalTo("that Dawn says this of " + NAME + " is recorded already"));
    }

    @Test
    void a_repeat_of_the_same_request_records_nothing_more() {
        var form = form(NAME, "Zuhair Zaid").toString();
        var first = sending(form).header("Idempotency-Key", "k-" + agreement).post(agreement + "/statements");
        var again = sending(form).header("Idempotency-Key", "k-" + agreement).post(agreement + "/statements");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/fact | \"signatures.CN.signedOn\" | fact | signatures.PS.signedOn",
                "/fact | \"colour\" | fact | parties.<code>.onBehalfOf",
                "/fact | \"legalEvents.0199c4f0-0000-7000-8000-000000000001.occurredOn\" | fact | legalEvents",
                "/fact | \"\" | fact | blank",
                "/fact | null | fact | blank",
                "/value | 5 | value | must be a text",
                "/value | null | value | must not be null",
                "/value | \"a\\u0000b\" | value | must be a text",
                "/source | null | source | null",
                "/source/title | \" \" | source.title | blank",
                "/source/title | \"a\\u0000b\" | source.title | U+0000",
                "/source/uri | \"javascript:alert(1)\" | source.uri | http or https",
                "/source/uri | \"ftp://example.org/a\" | source.uri | http or https",
                "/source/uri | \"https:///a\" | source.uri | http or https",
                "/source/uri | \"https://example.org/a b\" | source.uri | http or https",
                "/source/publishedOn | \"2025-09-19\" | source.publishedOn | after today",
                "/source/publishedOn | \"2026\" | source.publishedOn | after today",
                "/source/publishedOn | \"soon\" | source.publishedOn | is not a date: write it as 2025-09-17",
                "/source/language | \"english!\" | source.language | BCP 47",
                "/source/colour | \"red\" | source.colour | ",
                "/confidence | \"SOME\" | confidence | ",
                "/confidence | null | confidence | null",
                "/note | \"a\\u0000b\" | note | U+0000",
                "/colour | \"red\" | colour | ",
            })
    void a_field_that_cannot_be_is_named(String pointer, String value, String field, String message) throws Exception {
        var form = form(NAME, "Zuhair Zaid");
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) form.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), JSON.readTree(value));

        say(form)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field))
                .body("violations[0].message", containsString(message == null ? "" : message));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        var form = form("signatures.PS.signedOn", "yesterday");
        ((ObjectNode) form.get("source")).put("uri", "javascript:1").put("publishedOn", "2030");

        say(form)
                .then()
                .statusCode(400)
                .body("violations.field", contains("source.uri", "source.publishedOn", "value"));
    }

    @Test
    void texts_that_are_too_formare_named() {
        say(form(NAME, "x".repeat(2001))).then().statusCode(400).body("violations.field", contains("value"));
        say(form(NAME, "x".repeat(2000))).then().statusCode(201);
        say(form(NAME, "x").put("note", "x".repeat(1001)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("note"));
        var form = form(NAME, "x");
        ((ObjectNode) form.get("source")).put("title", "x".repeat(301)).put("uri", "https://a.org/" + "x".repeat(2000));
        say(form).then().statusCode(400).body("violations.field", contains("source.title", "source.uri"));
    }

    @Test
    void a_statement_that_was_recorded_wrongly_is_withdrawn_and_stays_on_record() {
        var dna = says(NAME, "Zuhair Hamdallah Zaid", "DNA", "LOW");
        var dawn = says(NAME, "Zuhair Zaid", "Dawn", "LOW");
        choose(dawn, "So be it").then().statusCode(200);

        withdraw(dna, " ").then().statusCode(400).body("violations.field", contains("reason"));
        withdraw(dna, "About another ambassador")
                .then()
                .statusCode(200)
                .body("withdrawn.reason", equalTo("About another ambassador"))
                .body("withdrawn.by", notNullValue());
        withdraw(dna, "Again")
                .then()
                .statusCode(409)
                .body("detail", equalTo("the statement has been withdrawn already"));
        withdraw(dawn, "Wrong too").then().statusCode(200);
        choose(dawn, "After all").then().statusCode(409).body("detail", equalTo("the statement has been withdrawn"));

        asRegistrar()
                .get(agreement + "/history")
                .then()
                .body(
                        "items.changes.flatten().findAll { it.kind.startsWith('SOURCE_') }.kind",
                        contains(
                                "SOURCE_WITHDRAWAL",
                                "SOURCE_WITHDRAWAL",
                                "SOURCE_CHOICE",
                                "SOURCE_STATEMENT",
                                "SOURCE_STATEMENT"))
                .body("items[1].reason", equalTo("About another ambassador"))
                .body("items[2].reason", equalTo("So be it"))
                .body("items[2].changes[0].name", equalTo(NAME));
        fact(NAME).body("statements", empty()).body("chosen", empty()).body("conflict", equalTo(false));
        list("").then().body("items", empty());
        list("?withdrawn=true").then().body("items.id", containsInAnyOrder(dna, dawn));
        asRegistrar().get(agreement + "/statements/" + dna).then().body("withdrawn", notNullValue());
        // What was withdrawn can be recorded again.
        says(NAME, "Zuhair Zaid", "Dawn", "LOW");
    }

    @Test
    void statements_are_listed_by_publication_the_last_first_and_in_pages() {
        published("day", "2025-03-10");
        published("month", "2025-03");
        published("year", "2024");
        published("unknown", null);
        published("until", "../2025-01-01");
        says("type", "AGREEMENT", "other", "LOW");

        list("?fact=" + NAME).then().body("items.source.title", contains("day", "month", "year", "until", "unknown"));
        assertThat(pages(agreement + "/statements?fact=" + NAME + "&limit=2", "items.source.title"))
                .containsExactly("day", "month", "year", "until", "unknown");
        list("?fact=signatures.CN.signedOn").then().body("items", empty());
    }

    @Test
    void the_facts_come_in_pages_whatever_their_names_hold() {
        patch("{\"areas\": [{\"name\": \"Burns\\nand scars\", \"direction\": \"JOINT\"}]}")
                .then()
                .statusCode(200);
        var all = provenance("?limit=200").<List<String>>path("items.fact");

        assertThat(all).isSorted().contains("areas.Burns\nand scars.direction", NAME, "term.period");
        assertThat(pages(agreement + "/provenance?limit=1", "items.fact")).isEqualTo(all);
        says(NAME, "Somebody Else", "Dawn", "LOW");
        says("type", "AGREEMENT", "Dawn", "LOW");
        assertThat(pages(agreement + "/provenance?limit=1&conflicts=true", "items.fact"))
                .containsExactly(NAME, "type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provenance?limit=0,limit",
                "/provenance?cursor=x,cursor",
                "/provenance?cursor=eA,cursor",
                "/provenance?conflicts=maybe,conflicts",
                "/provenance?fact=type,fact",
                "/statements?limit=201,limit",
                "/statements?cursor=x,cursor",
                "/statements?withdrawn=1,withdrawn"
            })
    void a_parameter_that_cannot_be_is_named(String query) {
        var parts = query.split(",", 2);

        asRegistrar().get(agreement + parts[0]).then().statusCode(400).body("violations.field", contains(parts[1]));
    }

    @Test
    void there_are_no_statements_where_there_is_no_agreement() {
        var nowhere = "/api/v1/agreements/" + UUID.randomUUID();
        var statement = says(NAME, "Zuhair Zaid", "Dawn", "LOW");
        var other = registered(healthMou());

        sending(form(NAME, "Zuhair Zaid").toString())
                .post(nowhere + "/statements")
                .then()
                .statusCode(404);
        for (var path : List.of(
                nowhere + "/provenance",
                nowhere + "/statements",
                nowhere + "/statements/" + statement,
                other + "/statements/" + statement,
                agreement + "/statements/" + UUID.randomUUID())) {
            asRegistrar().get(path).then().statusCode(404);
        }
        sending("{\"because\": \"It is so\"}")
                .post(other + "/statements/" + statement + "/choice")
                .then()
                .statusCode(404);
        sending("{\"reason\": \"It is so\"}")
                .post(other + "/statements/" + statement + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void a_draft_takes_its_statements_with_it() {
        var draft = healthMou();
        draft.putArray("signatures");
        draft.putArray("legalEvents");
        agreement = registered(draft);
        var statement = says("type", "AGREEMENT", "Dawn", "LOW");
        withdraw(statement, "Wrong").then().statusCode(200);
        choose(says("type", "MEMORANDUM_OF_UNDERSTANDING", "Dawn", "LOW"), "So be it")
                .then()
                .statusCode(200);

        asRegistrar().header("If-Match", "*").delete(agreement).then().statusCode(204);

        asRegistrar().get(agreement + "/provenance").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source_statement", "source_withdrawal", "source_choice"})
    void nobody_can_change_or_remove_what_was_recorded(String table) throws SQLException {
        try (var connection = database.getConnection();
                var rights = connection.prepareStatement("SELECT has_table_privilege(?, 'UPDATE, DELETE')")) {
            rights.setString(1, table);
            try (var row = rights.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void an_agreement_has_only_so_many_statements_and_all_of_them_can_be_read() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO source_statement
                        SELECT gen_random_uuid(), ?::uuid, 'type', 'WORD', '"AGREEMENT"', '{"title": "Dawn"}', '0001-01-01',
                               'LOW', NULL, now(), 'test'
                          FROM generate_series(1, 2000)
                        """)) {
            insert.setString(1, agreement.substring(agreement.lastIndexOf('/') + 1));
            insert.executeUpdate();
        }

        say(form(NAME, "Zuhair Zaid"))
                .then()
                .statusCode(409)
                .body("detail", equalTo("an agreement has at most 2000 statements of sources"));
        fact("type").body("statements.size()", equalTo(2000)).body("conflict", equalTo(true));
    }

    private void published(String title, @org.jspecify.annotations.Nullable String on) {
        var form = form(NAME, "Zuhair Zaid");
        ((ObjectNode) form.get("source")).put("title", title).put("publishedOn", on);
        say(form).then().statusCode(201);
    }

    private static List<String> pages(String list, String path) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = asRegistrar().get(list + next);
            found.addAll(page.path(path));
            next = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!next.isEmpty());
        return found;
    }

    private static String registered(ObjectNode form) {
        var registered = register(form);
        registered.then().statusCode(201);
        return URI.create(registered.header("Location")).getPath();
    }

    private Response patch(String changes) {
        return sending(changes)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .patch(agreement);
    }

    private Response say(ObjectNode form) {
        return sending(form.toString()).post(agreement + "/statements");
    }

    /** Records it and answers with its id. */
    private String says(String fact, String value, String title, String confidence) {
        var form = form(fact, value).put("confidence", confidence);
        ((ObjectNode) form.get("source")).put("title", title);
        var said = say(form);
        said.then().statusCode(201);
        return said.path("id");
    }

    private String idOf(String title) {
        return list("").path("items.find { it.source.title == '%s' }.id".formatted(title));
    }

    private Response choose(String statement, String because) {
        return sending("{\"because\": \"%s\"}".formatted(because))
                .post(agreement + "/statements/" + statement + "/choice");
    }

    private Response withdraw(String statement, String reason) {
        return sending("{\"reason\": \"%s\"}".formatted(reason))
                .post(agreement + "/statements/" + statement + "/withdrawal");
    }

    private Response list(String query) {
        return asRegistrar().get(agreement + "/statements" + query);
    }

    private Response provenance(String query) {
        return asRegistrar().get(agreement + "/provenance" + query);
    }

    private ValidatableResponse fact(String path) {
        return provenance("?limit=200")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.fact == '%s' }".formatted(path));
    }

    private static ObjectNode form(String fact, String value) {
        var form = JsonNodeFactory.instance
                .objectNode()
                .put("fact", fact)
                .put("value", value)
                .put("confidence", "MEDIUM")
                .put("note", "In the caption");
        form.putObject("source")
                .put("title", "Dawn")
                .put("uri", "https://www.dawn.com/news/1942648")
                .put("publishedOn", "2025-09-17")
                .put("language", "en");
        return form;
    }
}
