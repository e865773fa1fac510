package org.moutracker.agreements.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.Violation;

/** The only sheet of a workbook: values alone, since what a formula comes to depends on who opens it. */
final class SheetRows implements Rows {

    private final SheetFile file;
    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Header header;

    SheetRows(InputStream bytes, ObjectMapper json) {
        this.file = SheetFile.of(bytes);
        try {
            this.workbook = new ReadableWorkbook(file.file(), new ReadingOptions(true, true));
            var sheets = workbook.getSheets().toList();
            if (sheets.size() != 1) {
                throw new FileRefused(1, "has %d sheets: leave the one to import".formatted(sheets.size()));
            }
            this.stream = sheets.getFirst().openStream();
            this.rows = stream.iterator();
            this.header = header(json);
        } catch (IOException | ExcelReaderException e) {
            file.close();
            throw new FileRefused(1, "is no workbook (XLSX)");
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Header header(ObjectMapper json) {
        var first = row();
        if (first == null) {
            throw new FileRefused(1, "is empty");
        }
        var cells = new Cells(first);
        if (!cells.wrong().isEmpty()) {
            throw new FileRefused(first.getRowNum(), "must have the names of the columns");
        }
        return Header.of(first.getRowNum(), cells.texts(), json);
    }

    @Override
    public @Nullable Row next() {
        var row = row();
        if (row == null) {
            return null;
        }
        var cells = new Cells(row);
        if (cells.wrong().isEmpty()) {
            return header.row(row.getRowNum(), cells.texts());
        }
        var violations = new ArrayList<Violation>();
        cells.wrong()
                .forEach((column, message) -> violations.add(new Violation(
                        column < header.columns().size()
                                ? header.columns().get(column).name()
                                : "",
                        message)));
        return new Row.Broken(row.getRowNum(), List.copyOf(violations));
    }

    /** The next that has anything in it. */
    private org.dhatim.fastexcel.reader.@Nullable Row row() {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                if (!new Cells(row).isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new FileRefused(1, "is no workbook (XLSX) that can be read to its end");
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file.close();
        }
    }
}
