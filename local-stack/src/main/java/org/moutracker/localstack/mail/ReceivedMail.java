package org.moutracker.localstack.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived.
 *
 * @param to the addresses that the message was handed over for, whatever its headers say
 * @param receivedAt domain time when time is simulated
 */
public record ReceivedMail(
        String id,
        List<String> to,
        String from,
        String subject,
        Instant receivedAt,
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable String html,
        List<Attachment> attachments) {

    /** A part of a mail that is neither of its two texts. */
    public record Attachment(String name, String contentType, long size, String url) {}

    /** The first header of that name, in any case. */
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }
}
