package org.moutracker.agreements.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.table.Table.Column;

@DisplayNameGeneration(ReplaceUnderscores.class)
class XlsxFileTest {

    private static final Table<String> TABLE = new Table<>("things", List.of(new Column<>("thing", thing -> thing)));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private List<String> read(int sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            return workbook.getSheet(sheet).orElseThrow().read().stream()
                    .map(row -> row.getCellText(0))
                    .toList();
        }
    }

    private static List<@Nullable Object> cell(@Nullable Object value) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(value);
        return cells;
    }

    @Test
    void what_a_workbook_cannot_hold_is_left_out_or_cut() throws IOException {
        var file = new XlsxFile(bytes, TABLE);
        file.row(cell("a\u0001b\uD800c\uFFFFd\ne 😀"));
        file.row(cell("x".repeat(40_000)));
        file.row(cell(null));
        file.row(cell(7));
        file.finish();

        var texts = read(0);
        assertThat(texts.get(1)).isEqualTo("abcd\ne 😀");
        assertThat(texts.get(2)).hasSize(32_767).endsWith("…");
        assertThat(texts.getLast()).isEqualTo("7");
    }

    @Test
    void more_rows_than_a_sheet_takes_go_on_in_the_next() throws IOException {
        var file = new XlsxFile(bytes, TABLE);
        for (var i = 1; i < 1_048_577; i++) {
            file.row(cell(i));
            if (i % 1_000 == 0) {
                file.flush();
            }
        }
        file.finish();

        assertThat(read(1)).containsExactly("thing", "1048576");
    }
}
