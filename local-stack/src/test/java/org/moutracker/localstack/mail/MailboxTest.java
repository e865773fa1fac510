package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    private Path folder = Path.of("replaced before each test");

    @Test
    void keeps_a_mail_as_it_came_with_what_its_envelope_said() throws IOException {
        var mailbox = Mailbox.open(folder, true);
        var lines = StoredMail.lines("a@x", List.of("b@x", "ç@x"), RECEIVED, Instant.parse("2025-10-03T04:00:00Z"));
        var id = mailbox.add(lines, new ByteArrayInputStream("Subject: s\r\n\r\n.text\r\n".getBytes(UTF_8)));

        var mail = mailbox.read(id).orElseThrow();

        assertThat(mail.sender()).isEqualTo("a@x");
        assertThat(mail.recipients()).containsExactly("b@x", "ç@x");
        assertThat(mail.received()).isEqualTo(RECEIVED);
        assertThat(mail.receivedAt()).isEqualTo("2025-10-03T04:00:00Z");
        assertThat(Files.readString(mail.file())).endsWith("\n\nSubject: s\r\n\r\n.text\r\n");
    }

    @Test
    void numbers_mails_in_the_order_of_their_arrival_also_after_a_restart() throws IOException {
        var mailbox = Mailbox.open(folder, false);
        for (var i = 0; i < 1_001; i++) {
            add(mailbox);
        }
        var reopened = Mailbox.open(folder, false);
        assertThat(add(reopened)).isEqualTo(1_002);
        assertThat(reopened.size()).isEqualTo(1_002);
        assertThat(reopened.newest(0, 3)).containsExactly(1_002L, 1_001L, 1_000L);
        assertThat(reopened.newest(1_000, 50)).containsExactly(2L, 1L);
        assertThat(reopened.newest(5_000, 50)).isEmpty();
        assertThat(reopened.after(1_000)).containsExactly(1_001L, 1_002L);
    }

    @Test
    void forgets_all_mails_and_gives_no_number_twice() throws IOException {
        var mailbox = Mailbox.open(folder, false);
        add(mailbox);
        add(mailbox);
        mailbox.clear();
        assertThat(mailbox.size()).isZero();
        assertThat(mailbox.newest(0, 50)).isEmpty();
        assertThat(mailbox.read(1)).isEmpty();
        assertThat(add(Mailbox.open(folder, false))).isEqualTo(3);
    }

    @Test
    void has_no_trace_of_a_mail_that_was_cut_off() throws IOException {
        var mailbox = Mailbox.open(folder, false);
        Files.writeString(folder.resolve("incoming/mail123"), "half");
        assertThat(Mailbox.open(folder, false).size()).isZero();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
        assertThat(mailbox.size()).isZero();
    }

    private static long add(Mailbox mailbox) throws IOException {
        var lines = StoredMail.lines("a@x", List.of("b@x"), RECEIVED, null);
        return mailbox.add(lines, new ByteArrayInputStream(new byte[0]));
    }
}
