package org.moutracker.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.sending;
import static org.moutracker.agreements.document.Papering.form;
import static org.moutracker.agreements.document.Papering.id;
import static org.moutracker.agreements.document.Papering.makeVoid;
import static org.moutracker.agreements.document.Papering.ofSigned;
import static org.moutracker.agreements.document.Papering.upload;

import io.agroal.api.AgroalDataSource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.localstack.TestStack;

/** Documents as a registrar enters, lists and voids them. */
@AgreementsTest
class DocumentResourceTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Inject
    AgroalDataSource database;

    @Test
    void a_document_is_entered_with_what_it_says_of_itself() {
        var agreement = ofSigned();
        asRegistrar().get(agreement.location()).then().body("documents", equalTo(agreement.location() + "/documents"));

        var entered = agreement.enter(form().put("language", "ZH-hans")
                .put("title", "协议")
                .put("authentic", true)
                .put("prevailing", true)
                .put("mediaType", "application/pdf")
                .put("size", 12)
                .put("sha256", HASH)
                .put("fileName", "协议.pdf"));

        entered.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("language", equalTo("zh-Hans"))
                .body("title", equalTo("协议"))
                .body("prevailing", equalTo(true))
                .body("sha256", equalTo(HASH))
                .body("content", nullValue())
                .body("recordedBy", notNullValue());
        asRegistrar().get(entered.header("Location")).then().statusCode(200).body("fileName", equalTo("协议.pdf"));
        asRegistrar()
                .get(entered.header("Location") + "/history")
                .then()
                .statusCode(200)
                .body("items.what", contains("RECORDED"));
    }

    @Test
    void a_document_can_be_elsewhere_and_takes_no_bytes_then() {
        var document = ofSigned()
                .entered(form().put("uri", "https://treaties.example.org/1.pdf").put("sha256", HASH));

        upload(document, "text/plain", new byte[] {'a'})
                .then()
                .statusCode(409)
                .body("detail", equalTo("the document is kept elsewhere, at its uri"));
        asRegistrar().get(document + "/content").then().statusCode(404);
    }

    @Test
    void a_repeat_of_the_same_request_enters_nothing_more() {
        var agreement = ofSigned();
        var key = UUID.randomUUID().toString();
        var first = sending(form().toString()).header("Idempotency-Key", key).post(agreement.location() + "/documents");
        var again = sending(form().toString()).header("Idempotency-Key", key).post(agreement.location() + "/documents");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        agreement.list("").then().body("items.id", contains(first.<String>path("id")));
        sending(form().put("title", "Another").toString())
                .header("Idempotency-Key", key)
                .post(agreement.location() + "/documents")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "role | \"TREATY\" | role",
                "role | null | role",
                "language | \"english language\" | language",
                "language | \"\" | language",
                "title | \" \" | title",
                "confidentiality | \"SECRET\" | confidentiality",
                "confidentiality | null | confidentiality",
                "confidentiality | \"SIDE\" | side",
                "side | \"PK\" | side",
                "prevailing | true | prevailing",
                "authentic | \"yes\" | authentic",
                "sha256 | \"9F86\" | sha256",
                "mediaType | \"application/x-msdownload\" | mediaType",
                "mediaType | \"pdf\" | mediaType",
                "size | 0 | size",
                "size | 26214401 | size",
                "fileName | \"a\\r\\nSet-Cookie: b\" | fileName",
                "fileName | \"../passwd\" | fileName",
                "fileName | \"a\\u202Efdp.exe\" | fileName",
                "uri | \"javascript:alert(1)\" | uri",
                "uri | \"https://treaties.example.org/1.pdf\" | sha256",
                "replaces | \"0199c4f0-0000-7000-8000-000000000001\" | replaces",
                "colour | \"red\" | colour",
            })
    void a_field_that_cannot_be_is_named(String field, String value, String named) throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var form = form();
        form.set(field, json.readTree(value));

        ofSigned().enter(form).then().statusCode(400).body("violations.field", hasItems(named));
    }

    @Test
    void a_translation_is_not_authentic() {
        ofSigned()
                .enter(form().put("role", "TRANSLATION").put("authentic", true))
                .then()
                .statusCode(400)
                .body("violations.field", contains("authentic"));
    }

    @Test
    void what_is_for_one_side_does_not_prevail() {
        var form = form().put("confidentiality", "SIDE").put("side", "PK");

        as("registrar", "PK")
                .contentType("application/json")
                .body(form.put("authentic", true).put("prevailing", true).toString())
                .post(ofSigned().location() + "/documents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("prevailing"));
    }

    @Test
    void one_document_of_an_agreement_prevails_at_most() {
        var agreement = ofSigned();
        var prevailing = form().put("authentic", true).put("prevailing", true);
        var english = agreement.entered(prevailing);
        agreement
                .enter(prevailing.deepCopy().put("language", "ur"))
                .then()
                .statusCode(409)
                .body("detail", containsString("prevails already"));

        makeVoid(english, "The parties chose the other text").then().statusCode(200);
        agreement.entered(prevailing.deepCopy().put("language", "ur"));
    }

    @Test
    void a_newer_version_replaces_the_older_and_both_stay() {
        var agreement = ofSigned();
        var prevailing = form().put("authentic", true).put("prevailing", true);
        var first = agreement.entered(prevailing);
        var second = agreement.entered(prevailing.deepCopy().put("replaces", id(first)));
        var third = agreement.entered(prevailing.deepCopy().put("replaces", id(second)));

        asRegistrar().get(first).then().body("replacedBy", equalTo(id(second)));
        agreement.list("").then().body("items.id", contains(id(first), id(second), id(third)));
        agreement
                .enter(prevailing.deepCopy().put("replaces", id(first)))
                .then()
                .statusCode(409)
                .body("detail", containsString("has been replaced already"));
        ofSigned()
                .enter(form().put("replaces", id(third)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("replaces"));

        makeVoid(second, "Scanned badly").then().statusCode(200);
        asRegistrar().get(first).then().body("replacedBy", equalTo(id(third)));
        makeVoid(third, "Scanned badly too").then().statusCode(200);
        asRegistrar().get(first).then().body("replacedBy", nullValue());
        asRegistrar()
                .get(first + "/history")
                .then()
                .body("items.what", contains("RECORDED", "REPLACED", "RESTORED"))
                .body("items[2].reason", equalTo("Scanned badly too"));
    }

    @Test
    void what_was_replaced_comes_back_only_if_nothing_else_prevails() {
        var agreement = ofSigned();
        var prevailing = form().put("authentic", true).put("prevailing", true);
        var first = agreement.entered(prevailing);
        var second = agreement.entered(form().put("replaces", id(first)));
        agreement.entered(prevailing);

        makeVoid(second, "Wrong").then().statusCode(409);

        asRegistrar().get(second).then().body("voided", nullValue());
        asRegistrar().get(first).then().body("replacedBy", equalTo(id(second)));
    }

    @Test
    void a_void_document_stays_on_record_and_is_listed_when_asked_for() {
        var agreement = ofSigned();
        var document = agreement.entered();
        upload(document, "text/plain", "Article 1".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(201);
        makeVoid(document, " ").then().statusCode(400).body("violations.field", contains("reason"));
        sending("{\"reason\": \"Wrong\"}")
                .header("If-Match", "\"1\"")
                .post(document + "/voiding")
                .then()
                .statusCode(412);

        makeVoid(document, "Of another agreement")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("voided.reason", equalTo("Of another agreement"));

        agreement.list("").then().body("items", empty());
        agreement.list("?voided=true").then().body("items.id", contains(id(document)));
        asRegistrar().get(document + "/content").then().statusCode(200).body(equalTo("Article 1"));
        makeVoid(document, "Again").then().statusCode(409);
        upload(document, "text/plain", "Article 1".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(409);
        agreement.enter(form().put("replaces", id(document))).then().statusCode(409);
        asRegistrar()
                .get(document + "/history?limit=2")
                .then()
                .body("items.what", contains("RECORDED", "STORED"))
                .body("next", notNullValue());
    }

    @Test
    void a_list_comes_in_pages_and_is_filtered() {
        var agreement = ofSigned();
        var entered = new ArrayList<String>();
        for (var language : List.of("en", "ur", "zh-Hans", "zh-Hant", "en")) {
            entered.add(id(agreement.entered(form().put("language", language))));
        }
        agreement.entered(form().put("role", "PRESS").put("language", "zh"));

        agreement.list("?role=INSTRUMENT").then().body("items.id", equalTo(entered));
        agreement.list("?language=zh").then().body("items.language", contains("zh-Hans", "zh-Hant", "zh"));
        agreement.list("?language=ZH&role=PRESS").then().statusCode(200).body("items.role", contains("PRESS"));
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = agreement.list("?role=INSTRUMENT&limit=2" + next);
            found.addAll(page.path("items.id"));
            next = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!next.isEmpty());
        assertThat(found).isEqualTo(entered);
    }

    @ParameterizedTest
    @CsvSource({
        "?role=X,role",
        "?language=no_tag,language",
        "?voided=maybe,voided",
        "?limit=0,limit",
        "?cursor=x,cursor"
    })
    void a_parameter_that_cannot_be_is_named(String query, String field) {
        ofSigned().list(query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void what_is_for_one_side_is_seen_by_that_side_and_by_auditors() {
        var agreement = ofSigned();
        var form = form().put("confidentiality", "SIDE").put("side", "PK");
        agreement.enter(form).then().statusCode(400).body("violations.field", contains("side"));
        as("registrar", "PS")
                .contentType("application/json")
                .body(form.toString())
                .post(agreement.location() + "/documents")
                .then()
                .statusCode(400)
                .body("violations.field", contains("side"));
        var internal = as("registrar", "PK")
                .contentType("application/json")
                .body(form.toString())
                .post(agreement.location() + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        for (var stranger : List.of(as("registrar", "PS"), as("registrar", "CN"), as("registrar", null))) {
            stranger.get(internal).then().statusCode(404);
        }
        for (var path : List.of("/content", "/history")) {
            as("registrar", "PS").get(internal + path).then().statusCode(404);
        }
        as("registrar", "PS")
                .contentType("text/plain")
                .body("a")
                .put(internal + "/content")
                .then()
                .statusCode(404);
        as("registrar", "PS")
                .contentType("application/json")
                .body("{\"reason\": \"a\"}")
                .post(internal + "/voiding")
                .then()
                .statusCode(404);
        for (var reader : List.of(as("registrar", "PK"), as("auditor", null))) {
            reader.get(internal).then().statusCode(200);
        }
        as("registrar", "PS").get(agreement.location() + "/documents").then().body("items", empty());
        agreement.list("").then().body("items", empty());
        as("member", "PK").get(agreement.location() + "/documents").then().body("items.id", contains(id(internal)));
        as("auditor", null).get(agreement.location() + "/documents").then().body("items.id", contains(id(internal)));
        agreement.enter(form().put("replaces", id(internal))).then().statusCode(400);
    }

    @Test
    void what_is_for_the_parties_is_not_for_people_of_a_party_that_has_no_part() {
        var agreement = ofSigned();
        var shared = agreement.entered();
        var open = agreement.entered(form().put("confidentiality", "PUBLIC"));

        for (var reader : List.of(as("member", "PK"), as("member", "PS"), as("registrar", null))) {
            reader.get(agreement.location() + "/documents")
                    .then()
                    .body("items.id", containsInAnyOrder(id(shared), id(open)));
        }
        as("member", "CN").get(agreement.location() + "/documents").then().body("items.id", contains(id(open)));
        as("member", "CN").get(shared).then().statusCode(404);
        as("member", "CN").get(open).then().statusCode(200);
    }

    private static RequestSpecification as(String role, @Nullable String party) {
        return asRegistrar().auth().oauth2(party == null ? TestStack.token(role) : TestStack.token(role, party));
    }

    @Test
    void there_is_no_document_of_an_agreement_that_is_not_there() {
        var nowhere = new Papering("/api/v1/agreements/" + UUID.randomUUID());

        nowhere.enter(form()).then().statusCode(404);
        nowhere.list("").then().statusCode(404);
        asRegistrar().get("/api/v1/documents/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void the_database_lets_nobody_change_what_was_entered() {
        var kept = new Kept(database);

        for (var statement : List.of(
                "UPDATE document SET title = 'x'",
                "DELETE FROM document",
                "UPDATE document_content SET sha256 = 'x'",
                "DELETE FROM document_content",
                "UPDATE document_change SET reason = 'x'",
                "DELETE FROM document_change",
                "UPDATE correspondence SET summary = 'x'",
                "DELETE FROM correspondence")) {
            assertThat(kept.refusal(statement)).as(statement).contains("permission denied");
        }
        assertThat(kept.refusal("UPDATE document SET void_reason = void_reason"))
                .isEmpty();
    }
}
