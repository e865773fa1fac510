package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.document.Papering.form;
import static org.moutracker.agreements.document.Papering.ofSigned;
import static org.moutracker.agreements.document.Papering.upload;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.agreements.AgreementsTest;

/** The bytes of documents, as they are uploaded and downloaded. */
@AgreementsTest
class ContentResourceTest {

    private static final byte[] TEXT = "Article 1 المادة 第一条".getBytes(UTF_8);
    private static final String HASH = Papers.sha256(new ByteArrayInputStream(TEXT));

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @EnumSource
    void what_was_uploaded_is_downloaded(FileType type) {
        var bytes = FileTypeTest.beginning(type);
        var document = ofSigned().entered(form().put("title", "Copy"));

        upload(document, type.mediaType(), bytes)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("mediaType", equalTo(type.mediaType()))
                .body("size", equalTo(bytes.length))
                .body("sha256", equalTo(Papers.sha256(new ByteArrayInputStream(bytes))))
                .body("content", equalTo(document + "/content"));

        var answer = asRegistrar().get(document + "/content");
        answer.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(bytes.length))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", containsString("filename=\"Copy." + type.extension() + "\""));
        assertThat(answer.contentType()).startsWith(type.mediaType());
        assertThat(answer.asByteArray()).isEqualTo(bytes);
    }

    @Test
    void the_same_upload_again_is_answered_as_the_first_and_another_is_refused() {
        var document = stored("Copy");
        var kept = new Kept(database).count();

        upload(document, "text/plain", TEXT).then().statusCode(200).body("sha256", equalTo(HASH));
        upload(document, "text/plain", "Article 2".getBytes(UTF_8))
                .then()
                .statusCode(409)
                .body("detail", containsString("stays as it is"));

        assertThat(new Kept(database).count()).isEqualTo(kept);
        assertThat(asRegistrar().get(document + "/content").asByteArray()).isEqualTo(TEXT);
    }

    @Test
    void an_agreement_that_is_voided_meanwhile_takes_in_nothing() throws Exception {
        var agreement = ofSigned();
        var document = agreement.entered();
        var kept = new Kept(database).count();

        try (var client = Executors.newSingleThreadExecutor();
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var makeVoid = connection.prepareStatement("""
                    UPDATE agreement SET status = 'VOIDED', standing = jsonb_set(standing, '{status}', '"VOIDED"'),
                        voided_at = now(), voided_by = 'registrar', void_reason = 'It is another''s' WHERE id = ?::uuid
                    """)) {
                makeVoid.setString(1, Papering.id(agreement.location()));
                makeVoid.executeUpdate();
            }
            var uploaded = client.submit(() -> upload(document, "text/plain", TEXT));
            await().until(() -> uploaded.isDone() || isAnyoneWaiting());
            connection.commit();

            uploaded.get().then().statusCode(409).body("detail", containsString("is void"));
        }
        assertThat(new Kept(database).count()).isEqualTo(kept);
    }

    private boolean isAnyoneWaiting() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)");
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void what_arrives_must_be_what_was_announced() {
        var kept = new Kept(database).count();
        var agreement = ofSigned();
        var hash = agreement.entered(form().put("sha256", "0".repeat(64)));
        var size = agreement.entered(form().put("size", 5));
        var type = agreement.entered(form().put("mediaType", "application/pdf"));

        upload(hash, "text/plain", TEXT).then().statusCode(400).body("violations.field", contains("sha256"));
        upload(size, "text/plain", TEXT).then().statusCode(400).body("violations.field", contains("size"));
        upload(type, "text/plain", TEXT).then().statusCode(400).body("violations.field", contains("Content-Type"));

        assertThat(new Kept(database).count()).isEqualTo(kept);
        asRegistrar().get(hash).then().body("content", equalTo(null));
        var right = agreement.entered(
                form().put("sha256", HASH).put("size", TEXT.length).put("mediaType", "text/plain"));
        upload(right, "text/plain", TEXT).then().statusCode(201);
    }

    @Test
    void the_digest_of_the_body_is_verified() {
        var kept = new Kept(database).count();
        var document = ofSigned().entered();
        var right = ContentDigest.header(HASH);

        for (var wrong : new String[] {ContentDigest.header("0".repeat(64)), "sha-256=:short=:", "sha-256=abc"}) {
            asRegistrar()
                    .contentType("text/plain")
                    .header("Content-Digest", wrong)
                    .body(TEXT)
                    .put(document + "/content")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("Content-Digest"));
        }
        assertThat(new Kept(database).count()).isEqualTo(kept);
        asRegistrar()
                .contentType("text/plain")
                .header("Content-Digest", "sha-512=:AAAA:, " + right)
                .body(TEXT)
                .put(document + "/content")
                .then()
                .statusCode(201);
        asRegistrar().get(document + "/content").then().header("Repr-Digest", right);
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-msdownload",
        "text/html",
        "application/zip",
        "text/plain;charset=ISO-8859-1",
        "application/octet-stream"
    })
    void a_type_that_is_not_kept_is_refused(String type) {
        var document = ofSigned().entered();

        upload(document, type, TEXT).then().statusCode(415).body("detail", containsString("application/pdf"));
    }

    @ParameterizedTest
    @CsvSource({"application/pdf", "image/png", "application/vnd.oasis.opendocument.text"})
    void a_file_that_is_not_what_it_is_called_is_refused(String type) {
        var kept = new Kept(database).count();

        upload(ofSigned().entered(), type, TEXT)
                .then()
                .statusCode(400)
                .body("violations.field", contains("Content-Type"));

        assertThat(new Kept(database).count()).isEqualTo(kept);
    }

    @Test
    void a_document_is_not_empty() {
        var document = ofSigned().entered();

        upload(document, "text/plain", new byte[0])
                .then()
                .statusCode(400)
                .body("violations.field", contains("content"));
        asRegistrar()
                .contentType("text/plain")
                .put(document + "/content")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"اتفاق.pdf", "协议 (最终).pdf", "a \"quoted\"; name.pdf", "O'Neill & 100%.pdf"})
    void a_name_is_offered_in_every_script(String name) {
        var document = ofSigned().entered(form().put("fileName", name));
        upload(document, "text/plain", TEXT).then().statusCode(201);

        var offered = asRegistrar().get(document + "/content").header("Content-Disposition");

        assertThat(offered).isEqualTo(new FileName(name).disposition());
        var encoded = offered.substring(offered.indexOf("''") + 2);
        assertThat(java.net.URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8))
                .isEqualTo(name);
    }

    @Test
    void a_title_with_a_line_break_makes_no_header() {
        var document = stored("Copy\r\nSet-Cookie: a=b");

        asRegistrar()
                .get(document + "/content")
                .then()
                .statusCode(200)
                .header("Set-Cookie", equalTo(null))
                .header("Content-Disposition", containsString("filename=\"Copy__Set-Cookie_ a_b.txt\""));
    }

    @Test
    void a_caller_that_has_it_is_told_so() {
        var document = stored("Copy");
        var etag = asRegistrar().get(document + "/content").header("ETag");

        assertThat(etag).isEqualTo("\"" + HASH + "\"");
        for (var known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            asRegistrar()
                    .header("If-None-Match", known)
                    .get(document + "/content")
                    .then()
                    .statusCode(304)
                    .header("ETag", etag);
        }
        asRegistrar()
                .header("If-None-Match", "\"x\"")
                .get(document + "/content")
                .then()
                .statusCode(200);
    }

    @Test
    void a_part_can_be_asked_for() {
        var document = stored("Copy");

        asRegistrar()
                .header("Range", "bytes=8-8")
                .get(document + "/content")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 8-8/" + TEXT.length)
                .header("Content-Length", "1")
                .body(equalTo("1"));
        asRegistrar()
                .header("Range", "bytes=0-6")
                .header("If-Range", "\"another\"")
                .get(document + "/content")
                .then()
                .statusCode(200);
        asRegistrar()
                .header("Range", "bytes=0-6")
                .header("If-Range", "\"" + HASH + "\"")
                .get(document + "/content")
                .then()
                .statusCode(206)
                .body(equalTo("Article"));
        asRegistrar()
                .header("Range", "bytes=500-")
                .get(document + "/content")
                .then()
                .statusCode(416)
                .body("detail", equalTo("the document has %d bytes".formatted(TEXT.length)));
    }

    @Test
    void a_head_says_what_a_download_would() {
        var document = stored("Copy");

        var head = asRegistrar().head(document + "/content");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(TEXT.length));
        assertThat(head.header("ETag")).isEqualTo("\"" + HASH + "\"");
        assertThat(head.asByteArray()).isEmpty();
        var without = ofSigned().entered();
        assertThat(asRegistrar().head(without + "/content").statusCode()).isEqualTo(404);
        asRegistrar().get(without + "/content").then().statusCode(404);
    }

    @Test
    void the_database_lets_nobody_write_into_what_is_kept() {
        stored("Copy");
        var kept = new Kept(database);

        for (var statement : new String[] {
            "SELECT write_document(place, 0, 'x') FROM document_content",
            "SELECT forget_document(place) FROM document_content"
        }) {
            assertThat(kept.refusal(statement)).contains("what is kept does not change");
        }
        for (var function : new String[] {"lo_put(place, 0, 'x')", "lo_get(place)"}) {
            assertThat(kept.refusal("SELECT %s FROM document_content".formatted(function)))
                    .contains("permission denied for large object");
        }
        assertThat(kept.refusal("SELECT lo_unlink(place) FROM document_content"))
                .contains("must be owner");
    }

    @Test
    void the_content_of_a_draft_goes_with_it() {
        var draft = healthMou();
        draft.putArray("signatures");
        draft.putArray("legalEvents");
        var registered = register(draft);
        registered.then().statusCode(201).body("status", equalTo("DRAFT"));
        var agreement = new Papering(Papering.path(registered));
        var kept = new Kept(database).count();
        var document = agreement.entered();
        upload(document, "text/plain", TEXT).then().statusCode(201);
        var replacing = agreement.entered(form().put("replaces", Papering.id(document)));
        upload(replacing, "text/plain", "Article 2".getBytes(UTF_8)).then().statusCode(201);
        assertThat(new Kept(database).count()).isEqualTo(kept + 2);

        asRegistrar()
                .header("If-Match", registered.header("ETag"))
                .delete(agreement.location())
                .then()
                .statusCode(204);

        assertThat(new Kept(database).count()).isEqualTo(kept);
        asRegistrar().get(document).then().statusCode(404);
    }

    private static String stored(String title) {
        var document = ofSigned().entered(form().put("title", title));
        upload(document, "text/plain", TEXT).then().statusCode(201);
        return document;
    }
}
