package org.moutracker.localstack.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moutracker.localstack.Certificates;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail for everybody; a message is acknowledged when it is safe. */
final class SmtpServer {
    private static final int LARGEST_MESSAGE = 25 * 1024 * 1024;

    private SmtpServer() {}

    /**
     * @param domainTime null when time is real
     * @param certificates with them no mail is taken before STARTTLS
     */
    static SMTPServer on(
            int port,
            Mailbox mailbox,
            ReplyBox replies,
            Supplier<@Nullable Instant> domainTime,
            @Nullable Certificates certificates)
            throws IOException {
        var server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("MoU Tracker")
                .maxMessageSize(LARGEST_MESSAGE)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(session -> new Delivery(mailbox, replies, domainTime));
        if (certificates != null) {
            server.requireTLS().startTlsSocketFactory(certificates.showing("mail"));
        }
        return server.build();
    }

    /** One message on its way in. */
    private static final class Delivery implements MessageHandler {
        private final Mailbox mailbox;
        private final ReplyBox replies;
        private final Supplier<@Nullable Instant> domainTime;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        private Delivery(Mailbox mailbox, ReplyBox replies, Supplier<@Nullable Instant> domainTime) {
            this.mailbox = mailbox;
            this.replies = replies;
            this.domainTime = domainTime;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var lines = StoredMail.lines(sender, recipients, Instant.now(), domainTime.get());
            try {
                var id = mailbox.add(lines, new Limited(data));
                replies.take(id);
                return "Ok: kept as " + id;
            } catch (TooMuchDataException tooMuch) {
                throw tooMuch;
            } catch (IOException e) {
                System.out.println("A mail could not be kept: " + e);
                throw new RejectException(452, "The mail could not be kept");
            }
        }

        @Override
        public void done() {}
    }

    /** Reads no more than the largest message. */
    private static final class Limited extends FilterInputStream {
        private int left = LARGEST_MESSAGE;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) throws IOException {
            if (result < 0) {
                return result;
            }
            left -= bytes;
            if (left < 0) {
                throw new TooMuchDataException("A message may have %d bytes".formatted(LARGEST_MESSAGE));
            }
            return result;
        }
    }
}
