package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyBoxTest {

    private final Mailbox mailbox;

    ReplyBoxTest(@TempDir Path folder) throws IOException {
        mailbox = Mailbox.open(folder, false);
    }

    @Test
    void what_came_for_its_address_is_read_over_imap_now_and_after_a_restart() throws Exception {
        add("first", "Replies@MoUTracker.local");
        var port = free();
        var box = ReplyBox.start(port, "secret", mailbox, null);
        box.take(add("second", ReplyBox.ADDRESS));
        box.take(add("to somebody else", "ayesha@health.example"));
        box.take(add("x".repeat(2 * 1024 * 1024), ReplyBox.ADDRESS));

        assertThat(read(port, "secret")).containsExactly("first", "second");
        assertThatThrownBy(() -> read(port, "guessed")).isInstanceOf(AuthenticationFailedException.class);

        var again = free();
        ReplyBox.start(again, "secret", mailbox, null);
        assertThat(read(again, "secret")).containsExactly("first", "second");
    }

    private long add(String text, String to) throws IOException {
        var lines = StoredMail.lines("zuhair@health.example", List.of(to), Instant.EPOCH, null);
        return mailbox.add(lines, new ByteArrayInputStream(("Subject: A reply\r\n\r\n" + text).getBytes(UTF_8)));
    }

    private static List<String> read(int port, String password) throws MessagingException, IOException {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, ReplyBox.USER, password);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var texts = new ArrayList<String>();
                for (var message : inbox.getMessages()) {
                    texts.add(message.getContent().toString().strip());
                }
                return texts;
            }
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
