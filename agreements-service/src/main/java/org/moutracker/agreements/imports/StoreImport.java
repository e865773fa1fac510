package org.moutracker.agreements.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.moutracker.agreements.document.ArrivingBytes;
import org.moutracker.agreements.document.DocumentStore;
import org.moutracker.agreements.imports.Import.StoredFile;
import org.moutracker.platform.problem.InvalidRequest;

/** Takes in the file of an import, whose beginning must be readable. */
@ApplicationScoped
class StoreImport {

    /** The most bytes that a file may have: 100,000 full registrations as JSON Lines are some 200 MB. */
    static final long MOST = 256 * 1024 * 1024;

    /** Of a workbook, which has to be unpacked: as much as a hundred thousand rows need. */
    static final long MOST_PACKED = 64 * 1024 * 1024;

    private final DocumentStore store;
    private final OpenFiles files;

    StoreImport(DocumentStore store, OpenFiles files) {
        this.store = store;
        this.files = files;
    }

    /** The caller's transaction leaves nothing behind when this fails. */
    StoredFile store(FileFormat format, InputStream body) {
        var bytes = new ArrivingBytes(body, format == FileFormat.XLSX ? MOST_PACKED : MOST, "a file to import");
        try {
            var place = store.write(bytes);
            if (bytes.size() == 0) {
                throw new InvalidRequest("content", "must not be empty");
            }
            files.begin(format, place, bytes.size());
            return new StoredFile(place, bytes.size(), bytes.sha256());
        } catch (FileRefused e) {
            throw new InvalidRequest("content", "line %d %s".formatted(e.line(), e.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(StoredFile file) {
        store.remove(file.place());
    }

    /** Removes the file of an import that will not be checked any more. */
    void forget(Import one) {
        files.close(one.id);
        if (one.place != null) {
            store.remove(one.place);
        }
    }
}
