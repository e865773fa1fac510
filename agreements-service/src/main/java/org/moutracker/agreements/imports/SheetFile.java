package org.moutracker.agreements.imports;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A workbook in a file of its own, since a zip file cannot be read from front to back; it goes when it is closed. */
final class SheetFile implements Closeable {

    // A hundred thousand rows with some thirty columns, and no more; the texts are in memory, the sheet is not.
    private static final long MOST = 1024L * 1024 * 1024;
    private static final long MOST_TEXTS = 32L * 1024 * 1024;
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final int MOST_PARTS = 1000;

    private final Path path;

    private SheetFile(Path path) {
        this.path = path;
    }

    static SheetFile of(InputStream bytes) {
        try {
            var file = new SheetFile(Files.createTempFile("import", ".xlsx"));
            try {
                Files.copy(bytes, file.path, REPLACE_EXISTING);
                file.check();
                return file;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks everything once, into nothing: what a zip file says of its sizes need not be true. */
    private void check() throws IOException {
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new FileRefused(1, "has more parts than a workbook needs");
            }
            var all = 0L;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var size = 0L;
                try (var part = zip.getInputStream(entry)) {
                    for (var read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        size += read;
                        all += read;
                        if (all > MOST || (entry.getName().equals(TEXTS) && size > MOST_TEXTS)) {
                            throw new FileRefused(1, "is too large when it is unpacked: import it as CSV");
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw new FileRefused(1, "is no workbook (XLSX)");
        }
    }

    File file() {
        return path.toFile();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
