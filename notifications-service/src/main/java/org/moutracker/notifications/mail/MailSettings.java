package org.moutracker.notifications.mail;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails, and as whom we send them. */
@ConfigMapping(prefix = "mou.mail")
public interface MailSettings {

    String host();

    int port();

    Tls tls();

    /** Whose certificates are believed, as a PEM file; those of the JVM, unless told. */
    Optional<Path> trust();

    /** Who we are to the server, if it asks. */
    Optional<String> username();

    Optional<String> password();

    /** Whom mails come from. */
    String from();

    /** Where mails go that cannot be delivered, such as the mailbox of replies; whom they come from, unless told. */
    Optional<String> returnPath();

    /** What Message-IDs end in. */
    String domain();

    /** As many messages under way at once. */
    int connections();

    /** How many messages a second the server is given by each replica; any number unless told. */
    Optional<Integer> rate();

    /** How many of them go to one domain. */
    Optional<Integer> domainRate();

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
