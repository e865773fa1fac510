package org.moutracker.notifications.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the report of a mail server about a message that it could not deliver (RFC 3462, 3464, 6533). */
final class BounceMail {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    // A report has three parts, and a group of lines for each recipient, of which our messages have one.
    private static final int MOST_PARTS = 10;
    private static final int MOST_GROUPS = 20;

    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3}).*");

    private final String domain;
    private @Nullable UUID delivery;
    private final List<InternetHeaders> recipients = new ArrayList<>();

    private BounceMail(String domain) {
        this.domain = domain;
    }

    /** Whether a mail says that it is a report about another, whatever is in it. */
    static boolean isReport(MimeMessage message) throws MessagingException {
        var type = type(message.getContentType());
        return type != null
                && type.match("multipart/report")
                && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    }

    static MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(NO_SESSION, new ByteArrayInputStream(mail));
    }

    /**
     * What it says of messages of ours.
     *
     * @param domain what our Message-IDs end in
     */
    static List<Bounce> read(MimeMessage message, String domain) throws MessagingException, IOException {
        var read = new BounceMail(domain);
        var report = new MimeMultipart(message.getDataHandler().getDataSource());
        for (var i = 0; i < Math.min(report.getCount(), MOST_PARTS); i++) {
            read.part(report.getBodyPart(i));
        }
        return read.bounces();
    }

    private void part(BodyPart part) throws MessagingException, IOException {
        var type = type(part.getContentType());
        if (type == null) {
            return;
        }
        switch (type.getBaseType().toLowerCase(Locale.ROOT)) {
            case "message/delivery-status", "message/global-delivery-status" -> status(part);
            case "message/rfc822",
                    "text/rfc822-headers",
                    "message/rfc822-headers",
                    "message/global",
                    "message/global-headers" -> original(part);
            default -> {}
        }
    }

    /** A group of lines about the report, and one about each recipient. */
    private void status(BodyPart part) throws MessagingException, IOException {
        try (var lines = part.getInputStream()) {
            for (var i = 0; i < MOST_GROUPS && lines.available() > 0; i++) {
                recipients.add(new InternetHeaders(lines, true));
            }
        }
    }

    private void original(BodyPart part) throws MessagingException, IOException {
        try (InputStream lines = part.getInputStream()) {
            var id = new InternetHeaders(lines, true).getHeader("Message-ID", null);
            if (id != null && delivery == null) {
                delivery = delivery(id);
            }
        }
    }

    private @Nullable UUID delivery(String messageId) {
        var text = messageId.strip().toLowerCase(Locale.ROOT);
        var end = "@" + domain.toLowerCase(Locale.ROOT) + ">";
        if (!text.startsWith("<") || !text.endsWith(end)) {
            return null;
        }
        try {
            return UUID.fromString(text.substring(1, text.length() - end.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Bounce> bounces() {
        var ours = delivery;
        return ours == null
                ? List.of()
                : recipients.stream()
                        .flatMap(recipient -> bounce(ours, recipient).stream())
                        .toList();
    }

    private static Optional<Bounce> bounce(UUID delivery, InternetHeaders recipient) {
        var action = Bounce.Action.named(value(recipient, "Action"));
        var status = STATUS.matcher(value(recipient, "Status"));
        // What was asked for comes first: a server behind may have another address for the same person.
        var address =
                address(value(recipient, "Original-Recipient")).or(() -> address(value(recipient, "Final-Recipient")));
        return status.matches() && address.isPresent()
                ? action.map(known -> new Bounce(delivery, address.get(), known, status.group(1)))
                : Optional.empty();
    }

    /** Without the type of address that stands before it: {@code rfc822;ayesha@health.example}. */
    private static Optional<String> address(String value) {
        var text = value.substring(value.indexOf(';') + 1).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String value(InternetHeaders headers, String name) {
        var value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }

    private static @Nullable ContentType type(@Nullable String text) {
        try {
            return text == null ? null : new ContentType(text);
        } catch (MessagingException e) {
            return null;
        }
    }
}
