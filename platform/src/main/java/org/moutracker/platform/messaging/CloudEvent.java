package org.moutracker.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in {@code ce_} headers, data in the value. */
final class CloudEvent {

    private static final Pattern SEQUENCE = Pattern.compile("\\d{20}");

    private CloudEvent() {}

    static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    static <S> Received<S> received(ConsumerRecord<String, byte[]> record, ObjectReader reader) {
        try {
            var subject = required(record, "ce_subject");
            if (!SEQUENCE.matcher(required(record, "ce_sequence")).matches()) {
                throw new IllegalArgumentException("ce_sequence must be 20 digits");
            }
            return new Received<>(
                    UUID.fromString(required(record, "ce_id")),
                    required(record, "ce_type"),
                    subject.substring(subject.indexOf('/') + 1),
                    Instant.parse(required(record, "ce_time")),
                    header(record, "ce_correlationid"),
                    header(record, "traceparent"),
                    record.value() == null ? null : reader.<S>readValue(record.value()));
        } catch (IOException e) {
            throw new IllegalArgumentException("the event's data cannot be read", e);
        }
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        return header(record, name).orElseThrow(() -> new IllegalArgumentException("the event has no " + name));
    }
}
