package org.moutracker.notifications.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.mail.ReplySettings;
import org.moutracker.notifications.reply.ReplyMailbox.Found;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyMailboxTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;

    ReplyMailboxTest() {
        server.start();
        user = server.setUser("replies@moutracker.local", "replies", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void messages_are_read_in_portions_in_their_order_and_once() throws Exception {
        for (var i = 0; i < ReplyMailbox.PORTION + 5; i++) {
            deliver("mail " + i);
        }

        var first = read(ReadPlace.NOWHERE);
        var second = read(first.getLast().place());

        assertThat(first).hasSize(ReplyMailbox.PORTION);
        assertThat(second).hasSize(5);
        assertThat(texts(first).getFirst()).isEqualTo("mail 0");
        assertThat(texts(second)).containsExactly("mail 20", "mail 21", "mail 22", "mail 23", "mail 24");
        assertThat(read(second.getLast().place())).isEmpty();
        deliver("one more");
        assertThat(texts(read(second.getLast().place()))).containsExactly("one more");
    }

    @Test
    void reading_leaves_no_mark_and_only_what_is_done_gets_one() throws Exception {
        deliver("a reply");
        deliver("for a person");
        try (var mailbox = ReplyMailbox.open(settings("secret"))) {
            var found = mailbox.after(ReadPlace.NOWHERE);
            assertThat(seen()).containsExactly(false, false);

            mailbox.markRead(List.of(found.getFirst().place()));
        }

        assertThat(seen()).containsExactly(true, false);
    }

    @Test
    void a_mailbox_that_numbers_anew_is_read_from_its_beginning() throws Exception {
        deliver("again");
        var known = read(ReadPlace.NOWHERE).getFirst().place();

        assertThat(texts(read(new ReadPlace(known.validity() + 1, 1_000)))).containsExactly("again");
    }

    @Test
    void a_message_that_is_larger_than_a_reply_is_found_and_not_read() throws Exception {
        deliver("x".repeat(26 * 1024 * 1024));
        deliver("after it");

        var found = read(ReadPlace.NOWHERE);

        assertThat(found).hasSize(2);
        assertThat(found.getFirst().isMessage()).isTrue();
        assertThat(found.getFirst().content()).isEmpty();
        assertThat(texts(found.subList(1, 2))).containsExactly("after it");
    }

    @Test
    void a_long_stretch_without_messages_is_passed_by() throws Exception {
        deliverAndDelete(1_005);
        deliver("the only one");

        var stretch = read(ReadPlace.NOWHERE);
        assertThat(stretch).hasSize(1);
        assertThat(stretch.getFirst().isMessage()).isFalse();
        assertThat(texts(read(stretch.getFirst().place()))).containsExactly("the only one");
    }

    @Test
    void a_number_that_was_given_and_is_not_seen_yet_is_not_passed_by() throws Exception {
        deliverAndDelete(1);

        assertThat(read(ReadPlace.NOWHERE)).isEmpty();
    }

    private void deliverAndDelete(int messages) throws Exception {
        for (var i = 0; i < messages; i++) {
            deliver("deleted");
        }
        var folder = server.getManagers().getImapHostManager().getInbox(user);
        for (var message : folder.getMessages()) {
            message.setFlag(Flags.Flag.DELETED, true);
        }
        folder.expunge();
    }

    @Test
    void who_is_not_let_in_is_told_so() {
        assertThatThrownBy(() -> ReplyMailbox.open(settings("guessed"))).isInstanceOf(MessagingException.class);
    }

    private List<Found> read(ReadPlace after) throws MessagingException, IOException {
        try (var mailbox = ReplyMailbox.open(settings("secret"))) {
            return mailbox.after(after);
        }
    }

    private static List<String> texts(List<Found> found) {
        var texts = new ArrayList<String>();
        for (var message : found) {
            var text = new String(message.content().orElseThrow(), UTF_8);
            texts.add(text.substring(text.indexOf("\r\n\r\n")).strip());
        }
        return texts;
    }

    private List<Boolean> seen() throws Exception {
        var seen = new ArrayList<Boolean>();
        for (var message :
                server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
            seen.add(message.isSet(Flags.Flag.SEEN));
        }
        return seen;
    }

    private void deliver(String text) throws MessagingException {
        var mail = ("Subject: A reply\r\n\r\n" + text + "\r\n").getBytes(UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private ReplySettings settings(String password) {
        return requireNonNull(new SmallRyeConfigBuilder()
                .withMapping(ReplySettings.class)
                .withDefaultValue("mou.mail.replies.host", "127.0.0.1")
                .withDefaultValue(
                        "mou.mail.replies.port", String.valueOf(server.getImap().getPort()))
                .withDefaultValue("mou.mail.replies.tls", "none")
                .withDefaultValue("mou.mail.replies.username", "replies")
                .withDefaultValue("mou.mail.replies.password", password)
                .withDefaultValue("mou.mail.replies.folder", "INBOX")
                .withDefaultValue("mou.mail.replies.every", "PT1S")
                .withDefaultValue("mou.mail.replies.patience", "PT20S")
                .build()
                .getConfigMapping(ReplySettings.class));
    }
}
