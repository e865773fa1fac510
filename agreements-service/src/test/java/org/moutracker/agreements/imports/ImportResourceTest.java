package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.healthMou;
import static org.moutracker.agreements.Api.register;
import static org.moutracker.agreements.imports.Importing.CSV;
import static org.moutracker.agreements.imports.Importing.JSON_LINES;
import static org.moutracker.agreements.imports.Importing.XLSX;
import static org.moutracker.agreements.imports.Importing.line;
import static org.moutracker.agreements.imports.Importing.lines;
import static org.moutracker.agreements.imports.Importing.own;
import static org.moutracker.agreements.imports.Importing.upload;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.agreements.Told;

/** Files of agreements as a registrar imports them. */
@AgreementsTest
class ImportResourceTest {

    private static final String HEADER = "reference,title.en,title.ar,title.zh,type,parties[0].code,"
            + "parties[0].organization.name,parties[0].organization.kind,parties[0].organization.country,"
            + "parties[0].organization.zone,parties[1].code,parties[1].organization.name,parties[1].organization.kind,"
            + "parties[1].organization.country,parties[1].organization.zone,signatures[0].party,signatures[0].signedOn,"
            + "signatures[1].party,signatures[1].signedOn,areas[0].name,areas[0].direction,initiatives";

    @Inject
    AgroalDataSource database;

    @Test
    void nothing_is_registered_before_it_is_said_so_and_then_each_agreement_whole() {
        var own = own();

        var imported = Importing.of(lines(own, 3));

        imported.read()
                .then()
                .body("linesRead", equalTo(3))
                .body("found.ok", equalTo(3))
                .body("found.errors", equalTo(0))
                .body("taken.imported", equalTo(0));
        assertThat(found(own)).isZero();
        imported.executed()
                .read()
                .then()
                .body("taken.imported", equalTo(3))
                .body("taken.skipped", equalTo(0))
                .body("endedAt", notNullValue());
        imported.lines("?outcome=IMPORTED&limit=2")
                .then()
                .body("items.line", contains(1, 2))
                .body("items[0].reference", equalTo(own + "-0"))
                .body("next", notNullValue());
        var agreement = imported.lines("").<String>path("items[2].agreementId");
        asRegistrar()
                .get("/api/v1/agreements/" + agreement)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .body("importedAt", notNullValue())
                .body("commitments", hasSize(1));
        assertThat(Told.types(agreement))
                .containsExactly("mou.agreement.signed.v1", "mou.agreement.entered-into-force.v1");
        assertThat(Told.states(agreement))
                .allSatisfy(state ->
                        assertThat(state.path("importedAt").isTextual()).isTrue());
    }

    @Test
    void what_is_registered_by_itself_is_not_told_as_imported() {
        var agreement = register(healthMou()).<String>path("id");

        assertThat(Told.states(agreement))
                .allSatisfy(state -> assertThat(state.has("importedAt")).isFalse());
    }

    @Test
    void each_broken_line_is_named_with_its_field_and_holds_up_the_execution_unless_it_is_left_out() {
        var own = own();
        var lines = lines(own, 5);
        lines.set(1, lines.get(1).replace("\"country\": \"PS\"", "\"country\": \"XX\""));
        lines.set(2, "{\"reference\": ");
        lines.set(3, lines.get(3).replace("\"type\": \"AGREEMENT\"", "\"type\": \"TREATY\", \"colour\": \"red\""));

        var imported = Importing.of(lines);

        imported.read().then().body("found.ok", equalTo(2)).body("found.errors", equalTo(3));
        imported.lines("?outcome=ERROR")
                .then()
                .body("items.line", contains(2, 3, 4))
                .body("items[0].violations[0].field", equalTo("parties[1].organization.country"))
                .body("items[0].reference", equalTo(own + "-1"))
                .body("items[1].violations[0].message", containsString("is not JSON"))
                .body("items[2].violations[0].field", equalTo("type"));
        imported.execute(false).then().statusCode(409).body("detail", containsString("3 lines have errors"));
        assertThat(found(own)).isZero();
        imported.execute(true).then().statusCode(200);
        imported.until("IMPORTED").read().then().body("taken.imported", equalTo(2));
        assertThat(found(own)).isEqualTo(2);
    }

    @Test
    void a_rule_that_forbids_a_registration_forbids_its_line() {
        var line = line(own(), "A term that ends before it begins", "2019-05-05")
                .replace("\"commitments\"", "\"term\": {\"until\": \"2018-01-01\"}, \"commitments\"");

        Importing.of(List.of(line))
                .lines("")
                .then()
                .body("items[0].outcome", equalTo("ERROR"))
                .body("items[0].violations[0].field", equalTo("term.until"));
    }

    @Test
    void what_seems_to_be_there_already_is_found_by_reference_by_another_registers_name_and_by_likeness() {
        var own = own();
        var known = line(own, "Protocol on the inspection of imported fruit " + own, "2018-03-04")
                .replace(
                        "\"type\"",
                        "\"externalIdentifiers\": [{\"scheme\": \"UNTS\", \"value\": \"%s\"}], \"type\""
                                .formatted(own));
        Importing.of(List.of(known)).executed();
        var agreement = asRegistrar().get("/api/v1/agreements?externalIdentifier=UNTS:" + own);
        agreement.then().body("items", hasSize(1));
        var id = agreement.<String>path("items[0].id");

        var imported = Importing.of(List.of(
                line(own, "Something else", "2001-01-01"),
                line(own + "-b", "Something else again", "2002-01-01")
                        .replace(
                                "\"type\"",
                                "\"externalIdentifiers\": [{\"scheme\": \"UNTS\", \"value\": \"%s\"}], \"type\""
                                        .formatted(own)),
                line(own + "-c", "Protocol on the inspection of imported fruits " + own, "2018-03-04"),
                line(own + "-d", "Protocol on the inspection of imported fruit " + own, "2018-03"),
                line(own + "-e", "Protocol on the inspection of imported fruit " + own, "2018-03-05")));

        imported.read().then().body("found.ok", equalTo(2)).body("found.duplicates", equalTo(3));
        imported.lines("?outcome=DUPLICATE")
                .then()
                .body("items.line", contains(1, 2, 3))
                .body("items.sameAs.because", contains("REFERENCE", "EXTERNAL_IDENTIFIER", "LIKENESS"))
                .body("items.sameAs.agreementId", contains(id, id, id));
    }

    @Test
    void what_was_registered_by_mistake_is_the_same_as_nothing() {
        var own = own();
        var line = line(own, "Protocol on the inspection of imported grain " + own, "2018-03-04")
                .replace(
                        "\"type\"",
                        "\"externalIdentifiers\": [{\"scheme\": \"UNTS\", \"value\": \"%s\"}], \"type\""
                                .formatted(own));
        Importing.of(List.of(line)).executed();
        var id = asRegistrar()
                .get("/api/v1/agreements?externalIdentifier=UNTS:" + own)
                .<String>path("items[0].id");
        asRegistrar()
                .contentType("application/json")
                .body("{\"reason\": \"it was never signed\"}")
                .post("/api/v1/agreements/" + id + "/voiding")
                .then()
                .statusCode(200);

        Importing.of(List.of(line)).read().then().body("found.ok", equalTo(1)).body("found.duplicates", equalTo(0));
        Importing.of(List.of(line.replace("2018-03-04", "2018-03").replace(own + "\"", own + "-b\"")))
                .read()
                .then()
                .body("found.ok", equalTo(1));
    }

    @Test
    void titles_in_other_scripts_are_compared_too() {
        var own = own();
        Importing.of(List.of(line(own, "关于在卫生领域开展合作的谅解备忘录第一号" + own, "2017-02-03")))
                .executed();

        Importing.of(List.of(
                        line(own + "-a", "关于在卫生领域开展合作的谅解备忘录第一号" + own, "2017-02-03"),
                        line(own + "-b", "关于共同建设铁路和港口的框架协定" + own, "2017-02-03")))
                .lines("")
                .then()
                .body("items.outcome", contains("DUPLICATE", "OK"));
    }

    @Test
    void a_line_that_repeats_an_earlier_one_is_found_in_the_file_itself() {
        var own = own();
        var first = line(own + "-1", "Agreement on mutual recognition of customs seals " + own, "2016-07-08");

        var imported = Importing.of(List.of(
                first,
                line(own + "-2", "Agreement on mutual recognition of customs seal " + own, "2016-07-08"),
                line(own + "-1", "Entirely different", "2011-07-08"),
                first.replace("Board of Imports", "Board of Exports").replace(own + "-1", own + "-3")));

        imported.lines("")
                .then()
                .body("items.outcome", contains("OK", "DUPLICATE", "DUPLICATE", "OK"))
                .body("items[1].sameAs.line", equalTo(1))
                .body("items[1].sameAs.because", equalTo("LIKENESS"))
                .body("items[2].sameAs.because", equalTo("REFERENCE"))
                .body("items[2].sameAs.agreementId", nullValue());
        imported.executed().read().then().body("taken.imported", equalTo(2)).body("taken.skipped", equalTo(2));
    }

    @Test
    void a_line_with_another_registers_name_of_an_earlier_one_repeats_it() {
        var own = own();
        var named = "\"externalIdentifiers\": [{\"scheme\": \"UNTS\", \"value\": \"%s\"}], \"type\"".formatted(own);

        Importing.of(List.of(
                        line(own + "-1", "Agreement on archives " + own, "2001-01-01")
                                .replace("\"type\"", named),
                        line(own + "-2", "Convention about the sea " + own, "2002-01-01"),
                        line(own + "-3", "Protocol of the railways " + own, "2003-01-01")
                                .replace("\"type\"", named)))
                .lines("")
                .then()
                .body("items.outcome", contains("OK", "OK", "DUPLICATE"))
                .body("items[2].sameAs.because", equalTo("EXTERNAL_IDENTIFIER"))
                .body("items[2].sameAs.line", equalTo(1));
    }

    @Test
    void one_whose_day_of_signature_is_not_known_may_be_the_same_as_any_of_its_sides_and_title() {
        var own = own();
        var title = "Arrangement on the exchange of archives " + own;
        // Sides of their own: of those with very many agreements not all are compared.
        var known = line(own + "-known", title, "2018-03-04")
                .replace("Board of Imports", "Board " + own)
                .replace("Office of Imports", "Office " + own);
        Importing.of(List.of(known)).executed();
        var undated = known.replace("-known", "-1").replace(", \"signedOn\": \"2018-03-04\"", "");
        var other = "Statute of the joint observatory " + own;

        Importing.of(List.of(
                        undated,
                        known.replace("-known", "-2").replace(title, other).replace("2018", "2011"),
                        undated.replace(own + "-1", own + "-3").replace(title, other),
                        undated.replace(own + "-1", own + "-4").replace(title, "Treaty of the lakes " + own)))
                .lines("")
                .then()
                .body("items.outcome", contains("DUPLICATE", "OK", "DUPLICATE", "OK"))
                .body("items[0].sameAs.because", equalTo("LIKENESS"))
                .body("items[0].sameAs.agreementId", notNullValue())
                .body("items[2].sameAs.because", equalTo("LIKENESS"))
                .body("items[2].sameAs.line", equalTo(2));
    }

    @Test
    void the_same_file_again_imports_nothing_twice() {
        var own = own();
        var lines = lines(own, 4);
        var first = Importing.of(lines).executed();

        first.execute(false).then().statusCode(200).body("state", equalTo("IMPORTED"));
        var again = Importing.of(lines);

        again.read().then().body("found.duplicates", equalTo(4)).body("found.ok", equalTo(0));
        again.executed().read().then().body("taken.imported", equalTo(0)).body("taken.skipped", equalTo(4));
        assertThat(found(own)).isEqualTo(4);
    }

    @Test
    void two_imports_of_one_file_that_were_checked_before_either_was_executed_import_it_once() {
        var own = own();
        var lines = lines(own, 4);
        var one = Importing.of(lines);
        var other = Importing.of(lines);

        one.executed();
        other.executed().read().then().body("taken.imported", equalTo(0)).body("taken.skipped", equalTo(4));

        assertThat(found(own)).isEqualTo(4);
        other.lines("").then().body("items[0].sameAs.because", equalTo("REFERENCE"));
    }

    @Test
    void duplicates_are_errors_for_whoever_says_so() {
        var own = own();
        Importing.of(lines(own, 1)).executed();

        var imported = Importing.of(
                JSON_LINES, String.join("\n", lines(own, 2)).getBytes(UTF_8), "?onDuplicate=FAIL&name=second-try");

        imported.read().then().body("name", equalTo("second-try"));
        imported.execute(false).then().statusCode(409).body("detail", containsString("1 lines have errors"));
        imported.execute(true).then().statusCode(200);
        imported.until("IMPORTED")
                .read()
                .then()
                .body("taken.imported", equalTo(1))
                .body("taken.failed", equalTo(1));
    }

    @Test
    void an_upload_that_is_repeated_with_its_key_is_one_import() {
        var key = own();
        var body = String.join("\n", lines(own(), 2)).getBytes(UTF_8);
        var large = large();

        var first = asRegistrar()
                .header("Idempotency-Key", key)
                .contentType(JSON_LINES)
                .body(body)
                .post("/api/v1/imports");
        var second = asRegistrar()
                .header("Idempotency-Key", key)
                .contentType(JSON_LINES)
                .body(body)
                .post("/api/v1/imports");

        first.then().statusCode(201);
        second.then().statusCode(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        asRegistrar()
                .header("Idempotency-Key", key)
                .contentType(JSON_LINES)
                .body("{}".getBytes(UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(422);
        new Importing(java.net.URI.create(first.header("Location")).getPath()).until("CHECKED");
        assertThat(large()).as("files that nobody needs any more").isEqualTo(large);
    }

    @Test
    void a_csv_file_keeps_its_quotes_lines_and_scripts() {
        var own = own();
        var row = own + ",\"Memorandum on \"\"health\"\",\nin two lines\",مذكرة تفاهم,卫生合作谅解备忘录 " + own
                + ",MEMORANDUM_OF_UNDERSTANDING,PK,وزارت صحت,MINISTRY,PK,Asia/Karachi,PS,وزارة الصحة,MINISTRY,PS,"
                + "Asia/Hebron,PK,2010-05,PS,2010-05,Eye care,PK>PS,CPEC | BRI";

        var imported =
                Importing.of(CSV, "\ufeff" + HEADER + "\r\n" + row + "\r\n").executed();

        imported.lines("").then().body("items.line", contains(2)).body("items[0].outcome", equalTo("IMPORTED"));
        asRegistrar()
                .get("/api/v1/agreements/" + imported.lines("").<String>path("items[0].agreementId"))
                .then()
                .body("title.en", equalTo("Memorandum on \"health\",\nin two lines"))
                .body("title.ar", equalTo("مذكرة تفاهم"))
                .body("title.zh", equalTo("卫生合作谅解备忘录 " + own))
                .body("parties[1].organization.name", equalTo("وزارة الصحة"))
                .body("areas[0].direction.from", equalTo("PK"))
                .body("initiatives", contains("CPEC", "BRI"))
                .body("signatures[0].signedOn", equalTo("2010-05"))
                .body("status", equalTo("SIGNED"));
    }

    @Test
    void what_is_wrong_in_a_csv_file_is_named_by_its_column_and_line() {
        var rows = HEADER + "\nx-1,,,,AGREEMENT,PK\n\n\"x-2\",\"a\nb\",,,NONE\n" + "x-3" + ",".repeat(30) + "\n";

        Importing.of(CSV, rows)
                .lines("")
                .then()
                .body("items.line", contains(2, 4, 6))
                .body("items.outcome", contains("ERROR", "ERROR", "ERROR"))
                .body("items[1].violations[0].field", equalTo("type"))
                .body("items[2].violations[0].message", equalTo("has 31 cells, but the header has 22"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            application/json    ! {}                           ! 415 ! Content-Type
            text/csv;charset=latin1 ! reference,type           ! 415 ! UTF-8
            application/x-ndjson ! ''                          ! 400 ! must not be empty
            application/x-ndjson ! '   '                       ! 400 ! has no agreements
            text/csv            ! reference,type               ! 400 ! has no agreements
            text/csv            ! reference;type               ! 400 ! semicolons
            text/csv            ! reference,colour             ! 400 ! has a column 'colour'
            text/csv            ! reference,type,type          ! 400 ! has the column type twice
            text/csv            ! type,title.en                ! 400 ! has no column reference
            """)
    void a_file_that_cannot_be_read_from_its_beginning_is_refused_at_once(
            String type, String text, int status, String reason) {
        var large = large();

        var refused = upload(type, text);

        refused.then().statusCode(status);
        assertThat(refused.asString()).contains(reason);
        assertThat(large()).isEqualTo(large);
    }

    @Test
    void a_workbook_must_be_one_and_a_text_must_be_utf_8() {
        upload(XLSX, "PK, but no workbook")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("line 1 is no workbook (XLSX)"));
        upload(CSV, (HEADER + "\n").getBytes(UTF_16), "")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("UTF-16"));
        upload(CSV, new byte[0], "?onDuplicate=OVERWRITE").then().statusCode(400);
        upload(CSV, HEADER.getBytes(UTF_8), "?name=").then().statusCode(400);
    }

    @Test
    void a_file_that_breaks_off_further_down_is_refused_as_a_whole() {
        var own = own();
        var lines = lines(own, 450);
        lines.set(420, "{\"reference\": \"" + "\u00ff\"}");
        var bytes = String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        var uploaded = upload(JSON_LINES, bytes, "");
        uploaded.then().statusCode(201);
        var imported =
                new Importing(java.net.URI.create(uploaded.header("Location")).getPath()).until("REFUSED");

        imported.read()
                .then()
                .body("problemLine", equalTo(421))
                .body("problem", containsString("is not UTF-8"))
                .body("endedAt", notNullValue());
        imported.execute(true).then().statusCode(409).body("detail", containsString("REFUSED"));
        imported.cancel().then().statusCode(409);
    }

    @Test
    void an_import_that_is_cancelled_imports_nothing_more() {
        var own = own();
        var imported = Importing.of(lines(own, 2));

        imported.cancel().then().statusCode(200).body("state", equalTo("CANCELLED"));
        imported.cancel().then().statusCode(200);
        imported.execute(true).then().statusCode(409);

        assertThat(found(own)).isZero();
    }

    @Test
    void imports_are_listed_the_newest_first() {
        var first = Importing.of(lines(own(), 1));
        var second = Importing.of(lines(own(), 1));

        asRegistrar()
                .get("/api/v1/imports?limit=1&state=CHECKED")
                .then()
                .body("items[0].id", equalTo(second.id().toString()))
                .body("next", notNullValue());
        first.read().then().body("lines", equalTo(first.location() + "/lines"));
        asRegistrar().get("/api/v1/imports?limit=0").then().statusCode(400);
        first.lines("?outcome=FINE").then().statusCode(400);
        first.lines("?outcome=ERROR").then().body("items", empty());
        new Importing("/api/v1/imports/" + UUID.randomUUID()).read().then().statusCode(404);
    }

    private static int found(String own) {
        return asRegistrar()
                .get("/api/v1/agreements?limit=200&q=" + own)
                .<List<?>>path("items")
                .size();
    }

    private long large() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT count(*) FROM pg_largeobject_metadata");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
