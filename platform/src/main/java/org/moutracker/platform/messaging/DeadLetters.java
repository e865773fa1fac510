package org.moutracker.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts aside a record that cannot be handled, as it came, for a person to look at; it travels through the outbox. */
@ApplicationScoped
class DeadLetters {

    private final AgroalDataSource database;
    private final InstantSource clock;
    private final String topic;

    DeadLetters(
            AgroalDataSource database,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.clock = clock;
        this.topic = "mou.dead-letters." + service + ".v1";
    }

    void keep(ConsumerRecord<String, byte[]> record) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO outbox (id, topic, key, type, subject, occurred_at, correlation, causation,
                                            traceparent, payload, headers)
                        VALUES (?, ?, ?, 'mou.dead-letter.kept.v1', ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            var id = Ids.next();
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, record.key() == null ? id.toString() : record.key());
            insert.setString(4, "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset()));
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.setString(6, CloudEvent.header(record, "ce_correlationid").orElse(id.toString()));
            insert.setString(7, CloudEvent.header(record, "ce_id").orElse(null));
            insert.setString(8, CloudEvent.header(record, "traceparent").orElse(null));
            insert.setBytes(9, record.value());
            insert.setArray(10, connection.createArrayOf("text", original(record)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a dead letter", e);
        }
    }

    /** The headers as they came, each under a name of its own, so that the record can be put back as it was. */
    private static String[] original(ConsumerRecord<String, byte[]> record) {
        var headers = new ArrayList<String>();
        for (var header : record.headers()) {
            headers.add("original_" + header.key());
            headers.add(header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return headers.toArray(String[]::new);
    }
}
