package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message in its file: a few lines about its arrival, an empty line, then what came over the wire.
 *
 * @param receivedInDomainTime null when time was real
 * @param content where the message itself begins in the file
 */
record StoredMail(
        long id,
        Path file,
        String sender,
        List<String> recipients,
        Instant received,
        @Nullable Instant receivedInDomainTime,
        long content) {

    Instant receivedAt() {
        return receivedInDomainTime == null ? received : receivedInDomainTime;
    }

    /** Whether some recipient's address has that in it, in capitals or not. */
    boolean isTo(String part) {
        var wanted = part.toLowerCase(Locale.ROOT);
        return recipients.stream().anyMatch(to -> to.toLowerCase(Locale.ROOT).contains(wanted));
    }

    static byte[] lines(
            String sender, List<String> recipients, Instant received, @Nullable Instant receivedInDomainTime) {
        var lines = new StringBuilder();
        line(lines, "sender", sender);
        recipients.forEach(recipient -> line(lines, "recipient", recipient));
        line(lines, "received", received.toString());
        if (receivedInDomainTime != null) {
            line(lines, "domain", receivedInDomainTime.toString());
        }
        return lines.append('\n').toString().getBytes(UTF_8);
    }

    static StoredMail read(long id, Path path) throws IOException {
        var sender = "";
        var recipients = new ArrayList<String>();
        var received = Instant.EPOCH;
        Instant domain = null;
        var content = 0L;
        try (var file = new BufferedInputStream(Files.newInputStream(path))) {
            for (var line = line(file); line.length > 0; line = line(file)) {
                content += line.length + 1;
                var text = new String(line, UTF_8);
                var value = text.substring(text.indexOf(' ') + 1);
                switch (text.substring(0, Math.max(0, text.indexOf(' ')))) {
                    case "sender" -> sender = value;
                    case "recipient" -> recipients.add(value);
                    case "received" -> received = Instant.parse(value);
                    case "domain" -> domain = Instant.parse(value);
                    default -> throw new IOException("Unknown line in " + path + ": " + text);
                }
            }
        }
        return new StoredMail(id, path, sender, recipients, received, domain, content + 1);
    }

    private static byte[] line(InputStream file) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = file.read(); next != '\n' && next != -1; next = file.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(' ').append(value.replaceAll("[\\r\\n]", " ")).append('\n');
    }
}
