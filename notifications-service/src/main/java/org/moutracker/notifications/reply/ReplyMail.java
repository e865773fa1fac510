package org.moutracker.notifications.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came to the mailbox of replies: whom it says it is from, and the calendars in it. Whatever stands in it was
 * written by strangers.
 *
 * @param from the one address that it is from; null where it is none or several
 * @param date null where it says none
 */
record ReplyMail(@Nullable String from, @Nullable Instant date, List<CalendarPart> calendars) {

    // Forwarded, signed and listed by a mailing list: no honest mail goes deeper, or has more parts.
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 100;

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    /** A calendar as it stands in the mail, and the method that its part names; empty where it names none. */
    record CalendarPart(String method, String content) {}

    static ReplyMail read(byte[] bytes) throws MessagingException, IOException {
        var message = new MimeMessage(NO_SESSION, new ByteArrayInputStream(bytes));
        var calendars = new ArrayList<CalendarPart>();
        new Walk(calendars).into(message, 0);
        var sent = message.getSentDate();
        return new ReplyMail(from(message), sent == null ? null : sent.toInstant(), List.copyOf(calendars));
    }

    private static @Nullable String from(MimeMessage message) {
        try {
            var from = message.getFrom();
            return from != null && from.length == 1 && from[0] instanceof InternetAddress address
                    ? address.getAddress()
                    : null;
        } catch (MessagingException e) {
            return null;
        }
    }

    /** Goes through the parts and keeps the calendars. */
    private static final class Walk {
        private final List<CalendarPart> calendars;
        private int parts;

        private Walk(List<CalendarPart> calendars) {
            this.calendars = calendars;
        }

        private void into(Part part, int depth) throws MessagingException, IOException {
            parts++;
            if (depth > DEEPEST || parts > MOST_PARTS) {
                return;
            }
            var type = type(part);
            if (type.getPrimaryType().equalsIgnoreCase("multipart")) {
                var multipart = new MimeMultipart(part.getDataHandler().getDataSource());
                for (var i = 0; i < multipart.getCount(); i++) {
                    into(bodyPart(multipart, i), depth + 1);
                }
            } else if (type.match("text/calendar") || type.match("application/ics") || isIcsFile(part)) {
                var method = Optional.ofNullable(type.getParameter("method")).orElse("");
                calendars.add(new CalendarPart(method.toUpperCase(Locale.ROOT), text(part, type)));
            }
        }

        private static BodyPart bodyPart(MimeMultipart multipart, int index) throws MessagingException {
            return multipart.getBodyPart(index);
        }

        private static ContentType type(Part part) throws MessagingException {
            try {
                return new ContentType(part.getContentType());
            } catch (MessagingException e) {
                // One that cannot be read is treated as the one that is not there.
                return new ContentType("text/plain");
            }
        }

        private static boolean isIcsFile(Part part) {
            try {
                var name = part.getFileName();
                return name != null && name.toLowerCase(Locale.ROOT).endsWith(".ics");
            } catch (MessagingException e) {
                return false;
            }
        }

        private static String text(Part part, ContentType type) throws MessagingException, IOException {
            byte[] bytes;
            try (var in = part.getInputStream()) {
                bytes = in.readAllBytes();
            }
            var charset = charset(type.getParameter("charset"));
            if (charset != null) {
                return new String(bytes, charset);
            }
            // RFC 5545 says UTF-8; what is not is what old programs write without saying so.
            try {
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            }
        }

        private static @Nullable Charset charset(@Nullable String name) {
            try {
                return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
