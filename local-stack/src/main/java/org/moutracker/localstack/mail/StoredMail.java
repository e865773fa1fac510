package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            for (var line = file.readLine(); line != null && !line.isEmpty(); line = file.readLine()) {
                // readLine makes a character of each byte.
                var text = new String(line.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), UTF_8);
                var value = text.substring(text.indexOf(' ') + 1);
                switch (text.substring(0, Math.max(0, text.indexOf(' ')))) {
                    case "sender" -> sender = value;
                    case "recipient" -> recipients.add(value);
                    case "received" -> received = Instant.parse(value);
                    case "domain" -> domain = Instant.parse(value);
                    default -> throw new IOException("Unknown line in " + path + ": " + text);
                }
            }
            return new StoredMail(id, path, sender, recipients, received, domain, file.getFilePointer());
        }
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(' ').append(value.replaceAll("[\\r\\n]", " ")).append('\n');
    }
}
