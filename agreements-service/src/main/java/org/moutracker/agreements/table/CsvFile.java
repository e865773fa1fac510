package org.moutracker.agreements.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180) in UTF-8, without a byte-order mark: programs would take it for part of the first name. */
final class CsvFile implements TableWriter {

    // What a spreadsheet takes for the beginning of a formula, in half and in full width.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CSVPrinter printer;

    CsvFile(OutputStream output, Table<?> table) throws IOException {
        printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(output, UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(table.header());
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        for (var value : values) {
            printer.print(value instanceof Number || value == null ? value : harmless(value.toString()));
        }
        printer.println();
    }

    /** Opened by a double click, a text that begins like a formula would be worked out: an apostrophe keeps it a text. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
    }
}
