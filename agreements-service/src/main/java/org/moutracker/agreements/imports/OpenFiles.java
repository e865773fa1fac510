package org.moutracker.agreements.imports;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.document.DocumentStore;

/**
 * The files that are being read here. A file is read from front to back, a batch at a time; between two batches it stays
 * open, so that the next one need not begin at its first row. Where another replica has read the batch between, those rows
 * are passed over; what was read for nothing, since its transaction was given up, is read again from the beginning.
 */
@ApplicationScoped
class OpenFiles {

    // Files that others have taken over are closed when as many newer ones are open.
    private static final int MOST = 4;

    private final DocumentStore store;
    private final ObjectMapper json;
    private final LinkedHashMap<UUID, OpenFile> open = new LinkedHashMap<>();

    OpenFiles(DocumentStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** The next rows after so many that were read; fewer than asked for at the end. */
    synchronized List<Row> next(Import one, int after, int count) {
        var file = open.remove(one.id);
        if (file == null || file.read > after) {
            close(file);
            file = new OpenFile(rows(one));
        }
        try {
            var next = file.next(after, count);
            open.put(one.id, file);
            if (open.size() > MOST) {
                close(open.pollFirstEntry().getValue());
            }
            return next;
        } catch (RuntimeException e) {
            close(file);
            throw e;
        }
    }

    /** Tries the beginning of a file. */
    void begin(FileFormat format, long place, long size) {
        try (var rows = rows(format, place, size)) {
            if (rows.next() == null) {
                throw new FileRefused(1, "has no agreements");
            }
        }
    }

    synchronized void close(UUID id) {
        close(open.remove(id));
    }

    private static void close(@Nullable OpenFile file) {
        if (file != null) {
            file.rows.close();
        }
    }

    private Rows rows(Import one) {
        return rows(one.format, requireNonNull(one.place, "is there until it is checked"), one.size);
    }

    private Rows rows(FileFormat format, long place, long size) {
        var bytes = new StoredBytes(store, place, size);
        return switch (format) {
            case JSON_LINES -> new JsonLines(bytes, json);
            case CSV -> new CsvRows(bytes, json);
            case XLSX -> new SheetRows(bytes, json);
        };
    }

    /** A file, and how many of its rows were read. */
    private static final class OpenFile {
        private final Rows rows;
        private int read;

        private OpenFile(Rows rows) {
            this.rows = rows;
        }

        private List<Row> next(int after, int count) {
            while (read < after && rows.next() != null) {
                read++;
            }
            var next = new ArrayList<Row>();
            while (next.size() < count) {
                var row = rows.next();
                if (row == null) {
                    break;
                }
                read++;
                if (read > Rows.MOST) {
                    throw new FileRefused(row.line(), "is one more than the 100,000 rows that a file may have");
                }
                next.add(row);
            }
            return next;
        }
    }
}
