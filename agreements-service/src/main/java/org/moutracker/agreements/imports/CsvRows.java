package org.moutracker.agreements.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A file of RFC 4180: commas, quotes doubled within quotes, and a header. */
final class CsvRows implements Rows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final LineReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Header header;
    private int line;

    CsvRows(InputStream bytes, ObjectMapper json) {
        this.reader = new LineReader(new TextLines(bytes));
        try {
            this.parser =
                    CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
        var first = record();
        if (first == null) {
            throw new FileRefused(1, "is empty");
        }
        this.header = Header.of(line, first, json);
    }

    @Override
    public @Nullable Row next() {
        var record = record();
        return record == null ? null : header.row(line, record);
    }

    private @Nullable List<String> record() {
        try {
            var before = parser.getCurrentLineNumber();
            if (!records.hasNext()) {
                return null;
            }
            var cells = records.next().toList();
            reader.recordEnded();
            // Where it begins, as an editor counts; a cell may have several lines.
            line = Math.toIntExact(parser.getCurrentLineNumber() - lines(cells) + 1);
            line = Math.max(line, Math.toIntExact(before + 1));
            return cells;
        } catch (UncheckedIOException e) {
            throw new FileRefused(
                    Math.toIntExact(parser.getCurrentLineNumber()),
                    "cannot be read as CSV: a quote is not closed, or something follows one that is");
        }
    }

    private static long lines(List<String> cells) {
        return 1
                + cells.stream()
                        .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                        .sum();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
