package org.moutracker.agreements.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.moutracker.agreements.Api.asRegistrar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.AgreementsTest;

@AgreementsTest
class AgreementFileTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ARABIC = "مذكرة تفاهم، «الصحة»";
    private static final String AWKWARD = "On \"health\", and\nmore;\r\nor less";
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\",\"Minutes\")";

    private final Listed listed = new Listed();

    @Test
    void a_csv_file_has_the_whole_list_and_reads_back_as_it_was() throws IOException {
        var awkward = listed.titled("en", AWKWARD);
        var arabic = listed.titled("ar", ARABIC);
        var both = listed.add(agreement ->
                agreement.putObject("title").put("en", "Laboratory").put("zh", "实验室"));

        var answer = listed.ask(Map.of("format", "csv", "sort", "registered", "limit", 1));

        answer.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"))
                .header("Content-Disposition", equalTo("attachment; filename=\"agreements.csv\""));
        assertThat(new String(answer.asByteArray(), UTF_8))
                .startsWith("id,reference,title,")
                .contains("\r\n");
        var lines = csv(answer.asByteArray());
        assertThat(lines).extracting(line -> line.get("reference")).containsExactly(awkward, arabic, both);
        assertThat(lines).extracting(line -> line.get("title")).containsExactly(AWKWARD, ARABIC, "Laboratory");
        assertThat(lines).extracting(line -> line.get("otherTitles")).containsExactly("", "", "zh: 实验室");
        assertThat(lines.getFirst().get("parties")).isEqualTo("PK; PS");
        assertThat(lines.getFirst().get("countries")).isEqualTo("PK; PS");
        assertThat(lines.getFirst().get("signedOn")).isEqualTo("2025-09-17");
        assertThat(lines.getFirst().get("initiatives")).isEqualTo(listed.initiative);
    }

    @Test
    void what_looks_like_a_formula_stays_a_text() throws IOException {
        listed.titled("en", FORMULA);
        listed.titled("en", "＋1 and more");
        listed.titled("en", "-1 and less");
        listed.titled("en", "No = formula");

        var lines =
                csv(listed.ask(Map.of("format", "csv", "sort", "registered")).asByteArray());

        assertThat(lines)
                .extracting(line -> line.get("title"))
                .containsExactly("'" + FORMULA, "'＋1 and more", "'-1 and less", "No = formula");
    }

    @Test
    void a_workbook_has_the_same_rows_as_texts() throws IOException {
        listed.titled("en", AWKWARD);
        listed.titled("ar", ARABIC);
        listed.titled("en", FORMULA);

        var answer = asRegistrar()
                .accept(XLSX)
                .queryParam("initiative", listed.initiative)
                .queryParam("sort", "registered")
                .get("/api/v1/agreements");

        answer.then()
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Disposition", equalTo("attachment; filename=\"agreements.xlsx\""));
        var rows = xlsx(answer.asByteArray());
        assertThat(rows).extracting(row -> row.getCellText(2)).containsExactly("title", AWKWARD, ARABIC, FORMULA);
        assertThat(rows.getLast().getCell(2).getFormula()).isNull();
    }

    @Test
    void the_media_type_is_agreed_on() {
        listed.titled("en", "Laboratory");

        accepting("text/csv").then().statusCode(200).contentType("text/csv");
        accepting("text/html, application/xhtml+xml, */*;q=0.8").then().contentType("application/json");
        accepting("text/csv;q=0.5, application/json;q=0.4").then().contentType("text/csv");
        accepting("image/png")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"));
        asRegistrar()
                .accept("application/json")
                .queryParam("initiative", listed.initiative)
                .queryParam("format", "csv")
                .get("/api/v1/agreements")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"));
    }

    @Test
    void a_wrong_filter_is_refused_before_a_file_begins() {
        listed.ask(Map.of("format", "csv", "sort", "colour"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("sort"));
    }

    @Test
    void a_list_without_rows_is_a_file_with_a_header() throws IOException {
        assertThat(csv(listed.ask(Map.of("format", "csv")).asByteArray())).isEmpty();
        assertThat(xlsx(listed.ask(Map.of("format", "xlsx")).asByteArray())).hasSize(1);
    }

    private io.restassured.response.Response accepting(String types) {
        return asRegistrar()
                .accept(types)
                .queryParam("initiative", listed.initiative)
                .get("/api/v1/agreements");
    }

    private static List<CSVRecord> csv(byte[] file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(new ByteArrayInputStream(file), UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static List<Row> xlsx(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }
}
