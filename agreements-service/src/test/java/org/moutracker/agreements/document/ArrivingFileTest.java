package org.moutracker.agreements.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivingFileTest {

    @Test
    void what_passes_is_counted_and_hashed() throws IOException {
        var file = new ArrivingFile(new Papers(100_000), FileType.PDF);

        assertThat(file.readAllBytes()).isEqualTo(new Papers(100_000).readAllBytes());
        assertThat(file.size()).isEqualTo(100_000);
        assertThat(file.sha256()).isEqualTo(Papers.sha256(100_000));
    }

    @Test
    void twenty_five_mebibytes_pass_and_one_byte_more_does_not() throws IOException {
        assertThat(new ArrivingFile(new Papers(ArrivingFile.MOST), FileType.PDF)
                        .transferTo(OutputStream.nullOutputStream()))
                .isEqualTo(25 * 1024 * 1024);
        assertThatThrownBy(() -> new ArrivingFile(new Papers(ArrivingFile.MOST + 1), FileType.PDF)
                        .transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(Refused.class)
                .hasMessage("a document may have 26214400 bytes at most");
    }

    @Test
    void a_file_is_not_empty() {
        assertThatThrownBy(() -> new ArrivingFile(InputStream.nullInputStream(), FileType.TEXT))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("content")
                .hasMessageContaining("must not be empty");
    }

    @Test
    void a_file_is_what_it_is_called() {
        assertThatThrownBy(() -> new ArrivingFile(new ByteArrayInputStream("MZ".getBytes(UTF_8)), FileType.PDF))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("does not begin like one");
    }

    @Test
    void a_sender_that_breaks_off_is_told_how_far_it_got() {
        var broken = new SequenceInputStream(new Papers(20_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        });

        assertThatThrownBy(() -> new ArrivingFile(broken, FileType.PDF).transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("broke off after 20000 bytes");
    }
}
