package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes a stored message apart; one that is broken is shown as it came. */
final class MailReader {
    /** Longer texts are cut: a page or an answer must not outgrow the process. */
    private static final int LONGEST_TEXT = 512 * 1024;

    private static final int DEEPEST = 16;

    private MailReader() {}

    static ReceivedMail read(StoredMail mail) throws IOException {
        try (var file = new SharedFileInputStream(mail.file().toFile());
                var content = file.newStream(mail.content(), -1)) {
            var message = message(content);
            var headers = headers(message);
            var parts = new Parts();
            try {
                parts.collect(message, 0);
            } catch (MessagingException | IOException | RuntimeException broken) {
                parts.texts.put("text/plain", raw(mail));
            }
            return new ReceivedMail(
                    String.valueOf(mail.id()),
                    mail.recipients(),
                    first(headers, "From").orElse(mail.sender()),
                    first(headers, "Subject").orElse(""),
                    mail.receivedAt(),
                    headers,
                    parts.texts.get("text/plain"),
                    parts.texts.get("text/html"),
                    parts.describe(mail.id()));
        } catch (MessagingException e) {
            return unreadable(mail);
        }
    }

    /** Who gets the content of an attachment, as it was before it was encoded for its way. */
    @FunctionalInterface
    interface Taker {
        void take(String name, String type, InputStream content) throws IOException;
    }

    /** False when there is no such attachment. */
    static boolean attachment(StoredMail mail, int index, Taker taker) throws IOException {
        try (var file = new SharedFileInputStream(mail.file().toFile());
                var content = file.newStream(mail.content(), -1)) {
            var parts = new Parts();
            parts.collect(message(content), 0);
            if (index >= parts.attachments.size()) {
                return false;
            }
            var part = parts.attachments.get(index);
            try (var bytes = part.getInputStream()) {
                taker.take(name(part, index), type(part), bytes);
            }
            return true;
        } catch (MessagingException broken) {
            return false;
        }
    }

    private static MimeMessage message(InputStream content) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), content);
    }

    private static ReceivedMail unreadable(StoredMail mail) throws IOException {
        return new ReceivedMail(
                String.valueOf(mail.id()),
                mail.recipients(),
                mail.sender(),
                "",
                mail.receivedAt(),
                Map.of(),
                raw(mail),
                null,
                List.of());
    }

    private static String raw(StoredMail mail) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(mail.file())) {
            in.skipNBytes(mail.content());
            return new String(in.readNBytes(LONGEST_TEXT), UTF_8);
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(decoded(header));
        }
        return headers;
    }

    private static String decoded(Header header) {
        var value = header.getValue() == null ? "" : MimeUtility.unfold(header.getValue());
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst();
    }

    private static String name(Part part, int index) throws MessagingException {
        var name = part.getFileName();
        if (name == null || name.isBlank()) {
            return part.isMimeType("message/rfc822") ? "message-%d.eml".formatted(index + 1) : "part-" + (index + 1);
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }

    private static String type(Part part) throws MessagingException {
        return part.getContentType().replaceAll("[\\r\\n\\t]+ *", " ").strip();
    }

    /** The two texts of a message and what else it carries. */
    private static final class Parts {
        private final Map<String, @Nullable String> texts = new LinkedHashMap<>();
        private final List<Part> attachments = new ArrayList<>();

        private void collect(Part part, int depth) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && depth < DEEPEST && part.getContent() instanceof Multipart multipart) {
                for (var i = 0; i < multipart.getCount(); i++) {
                    BodyPart child = multipart.getBodyPart(i);
                    collect(child, depth + 1);
                }
                return;
            }
            for (var type : List.of("text/plain", "text/html")) {
                if (part.isMimeType(type) && !isAttached(part) && !texts.containsKey(type)) {
                    texts.put(type, text(part));
                    return;
                }
            }
            attachments.add(part);
        }

        private List<ReceivedMail.Attachment> describe(long id) throws MessagingException, IOException {
            var described = new ArrayList<ReceivedMail.Attachment>();
            for (var i = 0; i < attachments.size(); i++) {
                var part = attachments.get(i);
                var url = "/api/messages/%d/attachments/%d".formatted(id, i);
                described.add(new ReceivedMail.Attachment(name(part, i), type(part), size(part), url));
            }
            return described;
        }

        private static boolean isAttached(Part part) throws MessagingException {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        }

        private static long size(Part part) throws MessagingException, IOException {
            try (var content = part.getInputStream()) {
                return content.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (var content = part.getInputStream()) {
                return new String(content.readNBytes(LONGEST_TEXT), charset(part));
            }
        }

        private static Charset charset(Part part) throws MessagingException {
            try {
                var name = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
                return name == null ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
            } catch (jakarta.mail.internet.ParseException | IllegalArgumentException unknown) {
                return UTF_8;
            }
        }
    }
}
