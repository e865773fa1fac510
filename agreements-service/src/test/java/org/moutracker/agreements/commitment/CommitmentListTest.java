package org.moutracker.agreements.commitment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.moutracker.agreements.Api.asRegistrar;
import static org.moutracker.agreements.Api.cancerLaboratory;
import static org.moutracker.agreements.Api.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

@AgreementsTest
class CommitmentListTest {

    /** Registers one, and answers its representation. */
    private static Response laboratory() {
        var laboratory = cancerLaboratory();
        ((ObjectNode) laboratory.at("/commitments/0")).put("title", "+ \"Establish\"\nمختبر 实验室");
        return register(laboratory);
    }

    private static Response ask(Response laboratory, Map<String, ?> parameters) {
        return asRegistrar()
                .queryParam("agreement", laboratory.<String>path("id"))
                .queryParams(parameters)
                .get("/api/v1/commitments");
    }

    @Test
    void several_statuses_and_kinds_are_any_of_them() {
        var laboratory = laboratory();
        var kinds = ask(laboratory, Map.of()).<List<String>>path("items.kind");

        ask(laboratory, Map.of("kind", kinds.get(0)))
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo(kinds.get(0)));
        ask(laboratory, Map.of("kind", kinds, "status", List.of("OPEN", "FULFILLED")))
                .then()
                .statusCode(200)
                .body("items.code", contains("C-01", "C-02", "C-03"));
        ask(laboratory, Map.of("status", List.of("FULFILLED", "WAIVED"))).then().body("items", empty());
    }

    @Test
    void what_is_owed_to_a_party_is_found_also_where_nobody_is_named() {
        var laboratory = laboratory();
        var directed = ask(laboratory, Map.of())
                .<List<String>>path("items.find { it.code == 'C-03' }.beneficiaries")
                .getFirst();

        ask(laboratory, Map.of("beneficiary", directed)).then().body("items.code", contains("C-01", "C-02", "C-03"));
        ask(laboratory, Map.of("obligor", directed)).then().body("items.code", contains("C-01", "C-02"));
        ask(laboratory, Map.of("beneficiary", "NOBODY")).then().body("items", empty());
        ask(laboratory, Map.of("obligor", "a\0b"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("obligor"));
    }

    @Test
    void how_many_there_are_is_said_when_asked_for() {
        var laboratory = laboratory();
        ask(laboratory, Map.of("count", true, "limit", 1))
                .then()
                .statusCode(200)
                .body("count.number", equalTo(3))
                .body("count.exact", equalTo(true));
        ask(laboratory, Map.of()).then().body("count", nullValue());
    }

    @Test
    void the_whole_list_is_had_as_a_file() throws IOException {
        var laboratory = laboratory();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var file = ask(laboratory, Map.of("format", "csv", "limit", 1));
        file.then().statusCode(200).contentType("text/csv");
        try (var parser = CSVParser.parse(new ByteArrayInputStream(file.asByteArray()), UTF_8, format)) {
            var lines = parser.getRecords();
            assertThat(lines).extracting(line -> line.get("code")).containsExactly("C-01", "C-02", "C-03");
            assertThat(lines.getFirst().get("title")).isEqualTo("'+ \"Establish\"\nمختبر 实验室");
            assertThat(lines.getFirst().get("agreement")).isEqualTo(laboratory.<String>path("reference"));
        }
        var workbook = ask(laboratory, Map.of("format", "xlsx")).asByteArray();
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read())
                    .extracting(row -> row.getCellText(4))
                    .startsWith("title", "+ \"Establish\"\nمختبر 实验室")
                    .hasSize(4);
        }
    }

    @Test
    void a_format_that_there_is_not_is_refused() {
        var laboratory = laboratory();
        ask(laboratory, Map.of("format", "ods")).then().statusCode(400).body("violations[0].field", equalTo("format"));
    }
}
