package org.moutracker.agreements.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.agreements.table.Table.Column;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvFileTest {

    private static final Table<String> TABLE = new Table<>("things", List.of(new Column<>("thing", thing -> thing)));

    private static String written(@Nullable Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var file = new CsvFile(bytes, TABLE);
        var cells = new ArrayList<@Nullable Object>();
        cells.add(value);
        file.row(cells);
        file.finish();
        return bytes.toString(UTF_8).substring("thing\r\n".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_text_that_begins_like_a_formula_stays_a_text(String text) throws IOException {
        assertThat(written(text)).matches("\"?'\\Q" + text + "\\E\"?\r\n");
    }

    @Test
    void a_number_stays_one_and_nothing_is_an_empty_cell() throws IOException {
        assertThat(written(-7)).isEqualTo("-7\r\n");
        assertThat(written(null)).isEqualTo("\r\n");
    }

    @Test
    void quotes_commas_and_line_breaks_are_part_of_the_text() throws IOException {
        assertThat(written("a \"b\", c\r\nd")).isEqualTo("\"a \"\"b\"\", c\r\nd\"\r\n");
    }
}
