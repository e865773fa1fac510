package org.moutracker.notifications.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails, and as whom we send them. */
@ConfigMapping(prefix = "mou.mail")
public interface MailSettings {

    String host();

    int port();

    Tls tls();

    /** Who we are to the server, if it asks. */
    Optional<String> username();

    Optional<String> password();

    /** Whom mails come from, and where they go when they come back. */
    String from();

    /** What Message-IDs end in. */
    String domain();

    /** As many messages under way at once. */
    int connections();

    /** How long a server may take for one message before nobody knows what became of it. */
    Duration patience();

    /** How the line is kept private. */
    enum Tls {
        /** Not at all: for a server beside us. */
        NONE,
        /** From the command STARTTLS on; a server without it gets no mail. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }
}
