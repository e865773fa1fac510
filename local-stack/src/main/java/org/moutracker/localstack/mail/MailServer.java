package org.moutracker.localstack.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.Certificates;
import org.moutracker.localstack.Parent;
import org.moutracker.localstack.SimulatedClock;

/** The process "mail": SMTP, the mailbox page, and the mailbox of replies. */
public final class MailServer {
    private MailServer() {}

    /**
     * Arguments: data folder, ports of SMTP, of the page and of IMAP, clock file, whether mail must survive the machine;
     * and the folder of certificates, if SMTP and IMAP must be encrypted.
     */
    public static void main(String[] arguments) {
        try {
            var clock = new SimulatedClock(Path.of(arguments[4]));
            var mailbox = Mailbox.open(Path.of(arguments[0]), Boolean.parseBoolean(arguments[5]));
            var password = Objects.requireNonNull(System.getenv(ReplyBox.PASSWORD));
            var certificates = arguments.length > 6 ? new Certificates(Path.of(arguments[6])) : null;
            var replies = ReplyBox.start(Integer.parseInt(arguments[3]), password, mailbox, certificates);
            SmtpServer.on(Integer.parseInt(arguments[1]), mailbox, replies, () -> domainTime(clock), certificates)
                    .start();
            MailboxServer.start(Integer.parseInt(arguments[2]), mailbox);
            Parent.endWithIt();
        } catch (Throwable problem) {
            // A server that did start would keep the other half alive.
            problem.printStackTrace();
            System.exit(1);
        }
    }

    private static @Nullable Instant domainTime(SimulatedClock clock) {
        return clock.exists() ? clock.instant() : null;
    }
}
