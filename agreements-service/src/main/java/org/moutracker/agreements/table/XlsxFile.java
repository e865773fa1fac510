package org.moutracker.agreements.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as a workbook of Excel; its texts are marked as texts, so that none is taken for a formula. */
final class XlsxFile implements TableWriter {

    // Of a sheet and of a cell, as Excel takes them.
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST = 32_767;

    // In XML 1.0, also as a reference: Excel would refuse the whole file.
    private static final Pattern IMPOSSIBLE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\t\n\r]]");

    private final Workbook workbook;
    private final Table<?> table;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxFile(OutputStream output, Table<?> table) {
        this.workbook = new Workbook(output, "MoU Tracker", "1.0");
        this.table = table;
        this.sheet = next();
    }

    /** Begins a sheet with the header, which stays in view. */
    private Worksheet next() {
        sheets++;
        var next = workbook.newWorksheet(sheets == 1 ? table.name() : table.name() + " " + sheets);
        next.freezePane(0, 1);
        var header = table.header();
        for (var column = 0; column < header.size(); column++) {
            next.inlineString(0, column, header.get(column));
        }
        row = 1;
        return next;
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = next();
        }
        for (var column = 0; column < values.size(); column++) {
            var value = values.get(column);
            if (value instanceof Number number) {
                sheet.value(row, column, number);
            } else if (value != null) {
                // Not among the shared texts, which stay in memory to the end.
                sheet.inlineString(row, column, fitting(value.toString()));
            }
        }
        row++;
    }

    private static String fitting(String text) {
        var possible = IMPOSSIBLE.matcher(text).replaceAll("");
        return possible.length() <= LONGEST ? possible : possible.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
