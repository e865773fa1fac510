package org.moutracker.localstack.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.Certificates;

/**
 * The mailbox to which people reply, over IMAP. What has come for its address is copied into the memory of the IMAP
 * server, and again when that starts anew.
 */
public final class ReplyBox {
    /** To whom people reply. */
    public static final String ADDRESS = "replies@moutracker.local";

    /** Who reads the replies. */
    public static final String USER = "replies";

    /** Where the password of the one who reads stands: the environment can be read by the same user alone. */
    public static final String PASSWORD = "MOU_REPLIES_PASSWORD";

    // Older ones were read long ago; each is a file to open when this starts.
    private static final int AGAIN = 1_000;

    // The server keeps them in memory, several times over while one is read; a larger one is on the page alone.
    private static final long LARGEST = 1024 * 1024;

    private final Mailbox mailbox;
    private final GreenMailUser reader;

    private ReplyBox(Mailbox mailbox, GreenMailUser reader) {
        this.mailbox = mailbox;
        this.reader = reader;
    }

    /** @param certificates with them the line is encrypted from the first byte */
    static ReplyBox start(int port, String password, Mailbox mailbox, @Nullable Certificates certificates) {
        if (certificates != null) {
            System.setProperty(
                    DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY,
                    certificates.keyStore("mail").toString());
            System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, Certificates.PASSWORD);
        }
        var protocol = certificates == null ? ServerSetup.PROTOCOL_IMAP : ServerSetup.PROTOCOL_IMAPS;
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", protocol));
        server.start();
        var box = new ReplyBox(mailbox, server.setUser(ADDRESS, USER, password));
        mailbox.newest(0, AGAIN).reversed().forEach(box::take);
        return box;
    }

    /** Takes a mail that has come, if it is a reply. It was kept already, so what fails here is only told. */
    void take(long id) {
        try {
            var stored = mailbox.read(id);
            if (stored.isPresent() && stored.get().recipients().stream().anyMatch(ADDRESS::equalsIgnoreCase)) {
                take(stored.get());
            }
        } catch (IOException | MessagingException | RuntimeException e) {
            System.out.printf("Mail %d cannot be offered as a reply: %s%n", id, e);
        }
    }

    private void take(StoredMail stored) throws IOException, MessagingException {
        if (Files.size(stored.file()) > LARGEST) {
            System.out.printf("Mail %d is too large for the mailbox of replies%n", stored.id());
            return;
        }
        try (var file = FileChannel.open(stored.file())) {
            file.position(stored.content());
            reader.deliver(message(Channels.newInputStream(file)));
        }
    }

    private static MimeMessage message(InputStream content) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), content);
    }
}
