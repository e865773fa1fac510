package org.moutracker.agreements.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.document.DocumentStore;
import org.moutracker.agreements.imports.Import.StoredFile;

/** Where in a file a worker goes on, who may be another one than that which began. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenFilesTest {

    private static final byte[] FILE = "{\"n\": 1}\n\n{\"n\": 2}\n{\"n\": 3}\n{\"n\": 4}\n{\"n\": 5}\n".getBytes(UTF_8);

    private final Import one = new Import(
            null, FileFormat.JSON_LINES, new StoredFile(1, FILE.length, "00"), OnDuplicate.SKIP, Instant.EPOCH, "r");

    private static OpenFiles worker() {
        return new OpenFiles(new InMemory(), new ObjectMapper());
    }

    private List<Integer> next(OpenFiles worker, int after, int count) {
        return worker.next(one, after, count).stream()
                .map(row -> switch (row) {
                    case Row.Read(var _, var form) -> form.get("n").asInt();
                    case Row.Broken _ -> throw new AssertionError("it is well-formed");
                })
                .toList();
    }

    @Test
    void another_worker_goes_on_after_what_was_read_before() {
        next(worker(), 0, 2);

        var other = worker();

        assertThat(next(other, 2, 2)).containsExactly(3, 4);
        assertThat(next(other, 4, 2)).containsExactly(5);
    }

    @Test
    void what_was_read_and_not_kept_is_read_again() {
        var worker = worker();
        next(worker, 0, 2);
        next(worker, 2, 2);

        assertThat(next(worker, 2, 2)).containsExactly(3, 4);
    }

    @Test
    void what_another_worker_read_meanwhile_is_passed_by() {
        var worker = worker();
        next(worker, 0, 1);

        assertThat(next(worker, 3, 2)).containsExactly(4, 5);
    }

    /** The file, which is small. */
    private static final class InMemory implements DocumentStore {

        @Override
        public long write(InputStream bytes) {
            throw new AssertionError("it is there");
        }

        @Override
        public void read(long place, long from, long count, OutputStream to) throws IOException {
            to.write(FILE, Math.toIntExact(from), Math.toIntExact(count));
        }

        @Override
        public void remove(long place) {
            throw new AssertionError("it stays");
        }
    }
}
