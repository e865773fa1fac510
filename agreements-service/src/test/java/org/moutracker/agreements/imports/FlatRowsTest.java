package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows whose cells are the fields of registrations: CSV and XLSX. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlatRowsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void columns_are_the_fields_of_the_registration() {
        var row = csv("reference,type,title.zh,parties[1].organization.name,areas[0].direction,term.renewal.times,"
                        + "commitments[0].obligors,commitments[0].rule\n"
                        + "a,AGREEMENT,协定,\"Ministry, of \"\"Health\"\"\",PK>PS,3,PK | PS,\"{\"\"anchor\"\": 1}\"\n")
                .getFirst();

        assertThat(((Row.Read) row).form().toString())
                .isEqualTo("{\"reference\":\"a\",\"type\":\"AGREEMENT\",\"title\":{\"zh\":\"协定\"},"
                        + "\"parties\":[{},{\"organization\":{\"name\":\"Ministry, of \\\"Health\\\"\"}}],"
                        + "\"areas\":[{\"direction\":{\"from\":\"PK\",\"to\":\"PS\"}}],\"term\":{\"renewal\":{\"times\":3}},"
                        + "\"commitments\":[{\"obligors\":[\"PK\",\"PS\"],\"rule\":{\"anchor\":1}}]}");
    }

    @Test
    void an_empty_cell_says_nothing_and_a_row_may_end_early() {
        assertThat(csv("reference,type,title.en,initiatives\na,,x\nb\n"))
                .extracting(row -> ((Row.Read) row).form().toString())
                .containsExactly("{\"reference\":\"a\",\"title\":{\"en\":\"x\"}}", "{\"reference\":\"b\"}");
    }

    @Test
    void a_record_has_the_line_on_which_it_begins() {
        assertThat(csv("reference,type\n\"a\nb\nc\",x\n\n\"d\",\"\n\"\ne,f"))
                .extracting(Row::line)
                .containsExactly(2, 6, 8);
    }

    @Test
    void what_is_not_a_number_is_left_to_the_rules_of_the_registration() {
        assertThat(csv("reference,type,entryIntoForce.consents\na,b,two\n"))
                .extracting(row ->
                        ((Row.Read) row).form().at("/entryIntoForce/consents").isTextual())
                .containsExactly(true);
    }

    @Test
    void json_in_a_cell_must_be_json() {
        assertThat(csv("reference,type,commitments[0].rule\na,b,{\n"))
                .containsExactly(new Row.Broken(2, "commitments[0].rule", "is not JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b\n", "a,\"b\"c\n"})
    void quotes_that_do_not_close_are_refused(String row) {
        assertThatThrownBy(() -> csv("reference,type\n" + row)).isInstanceOf(FileRefused.class);
    }

    @Test
    void a_quote_that_never_closes_does_not_fill_the_memory() {
        assertThatThrownBy(() -> csv("reference,type\na,\"" + "b\n".repeat(TextLines.LONGEST)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("perhaps a quote is not closed");
    }

    @Test
    void cells_with_days_numbers_and_texts_are_read_as_they_are_meant() {
        var rows = sheet(sheet -> {
            header(sheet, "reference", "type", "signatures[0].signedOn", "entryIntoForce.consents", "title.ar");
            sheet.value(1, 0, "a");
            sheet.value(1, 2, LocalDate.of(2010, 5, 17));
            sheet.style(1, 2).format("yyyy-MM-dd").set();
            sheet.value(1, 3, 2);
            sheet.value(1, 4, "مذكرة");
            sheet.value(3, 0, 12.5);
            sheet.value(3, 2, "2010-05");
        });

        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
        assertThat(((Row.Read) rows.getFirst()).form().toString())
                .isEqualTo("{\"reference\":\"a\",\"signatures\":[{\"signedOn\":\"2010-05-17\"}],"
                        + "\"entryIntoForce\":{\"consents\":2},\"title\":{\"ar\":\"مذكرة\"}}");
        assertThat(((Row.Read) rows.getLast()).form().toString())
                .isEqualTo("{\"reference\":\"12.5\",\"signatures\":[{\"signedOn\":\"2010-05\"}]}");
    }

    @Test
    void formulas_and_times_of_day_are_refused_with_their_column() {
        var rows = sheet(sheet -> {
            header(sheet, "reference", "type", "title.en");
            sheet.value(1, 0, "a");
            sheet.formula(1, 2, "A2");
            sheet.value(2, 0, LocalDateTime.of(2010, 5, 17, 12, 30));
            sheet.style(2, 0).format("yyyy-MM-dd HH:mm").set();
        });

        assertThat(rows)
                .containsExactly(
                        new Row.Broken(2, "title.en", "is a formula: give its value"),
                        new Row.Broken(3, "reference", "has a time of day: give the day alone"));
    }

    @Test
    void a_number_is_no_day() {
        var rows = sheet(sheet -> {
            header(sheet, "reference", "type");
            sheet.value(1, 0, new BigDecimal("20250917"));
            sheet.style(1, 0).format("#,##0").set();
        });

        assertThat(((Row.Read) rows.getFirst()).form().path("reference").asText())
                .isEqualTo("20250917");
    }

    @Test
    void several_sheets_are_refused() {
        assertThatThrownBy(() -> workbook(book -> {
                    header(book.newWorksheet("one"), "reference", "type");
                    header(book.newWorksheet("two"), "reference", "type");
                }))
                .isInstanceOf(FileRefused.class)
                .hasMessage("has 2 sheets: leave the one to import");
    }

    @Test
    void a_zip_file_that_unpacks_to_very_much_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var piece = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++) {
                zip.write(piece);
            }
        }
        assertThat(bytes.size()).isLessThan(100_000);

        assertThatThrownBy(() -> all(new SheetRows(new ByteArrayInputStream(bytes.toByteArray()), JSON)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("too large when it is unpacked");
    }

    private static void header(Worksheet sheet, String... names) {
        for (var i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static List<Row> sheet(Consumer<Worksheet> content) {
        return workbook(book -> content.accept(book.newWorksheet("agreements")));
    }

    private static List<Row> workbook(Consumer<Workbook> content) {
        return all(new SheetRows(new ByteArrayInputStream(bytes(content)), JSON));
    }

    static byte[] bytes(Consumer<Workbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Row> csv(String text) {
        return all(new CsvRows(new ByteArrayInputStream(text.getBytes(UTF_8)), JSON));
    }

    private static List<Row> all(Rows rows) {
        try (rows) {
            var all = new ArrayList<Row>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
