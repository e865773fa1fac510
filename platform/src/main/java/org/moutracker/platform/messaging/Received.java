package org.moutracker.platform.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event told about its subject.
 *
 * @param id the event's id, which becomes the cause of whatever is told because of it
 * @param subject the id of the subject
 * @param time when it happened, in domain time
 * @param state the subject's state as far as the consumer declared it; null when the subject was erased
 */
public record Received<S>(
        UUID id,
        String type,
        String subject,
        Instant time,
        Optional<String> correlation,
        Optional<String> traceparent,
        @Nullable S state) {}
