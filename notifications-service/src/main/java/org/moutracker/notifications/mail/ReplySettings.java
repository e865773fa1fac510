package org.moutracker.notifications.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import org.moutracker.notifications.mail.MailSettings.Tls;

/** The mailbox to which people reply, and how it is read. */
@ConfigMapping(prefix = "mou.mail.replies")
public interface ReplySettings {

    /** Whom invitations name as their organizer; whom mails come from, unless told. */
    Optional<String> address();

    /** Where replies are read over IMAP; they are not read where it is not told. */
    Optional<String> host();

    int port();

    Tls tls();

    Optional<String> username();

    Optional<String> password();

    String folder();

    /** How long between one look and the next. */
    Duration every();

    /** How long the server may take for one answer. */
    Duration patience();
}
