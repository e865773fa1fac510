package org.moutracker.platform.messaging;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in the transaction that caused them; {@link OutboxRelay} sends them afterwards.
 *
 * <p>A subject's events must be written while its row is locked or its version is checked: the position that the
 * database gives here is the order in which consumers believe them.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (id, topic, state_topic, key, type, subject, occurred_at, correlation, causation,
                                traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** An event, and the event that it follows from. */
    public record Caused<E extends Event>(E event, @Nullable Received<?> cause) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final InstantSource clock;

    Outbox(AgroalDataSource database, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Tells what a request or a clock has caused. */
    @Transactional(MANDATORY)
    public void publish(List<? extends Event> events) {
        publishCaused(events.stream().map(event -> new Caused<>(event, null)).toList());
    }

    /** Tells what a request or a clock has caused. */
    @Transactional(MANDATORY)
    public void publish(Event event) {
        publish(List.of(event));
    }

    /** Tells what other events have caused, so that a chain of events can be followed back. */
    @Transactional(MANDATORY)
    public void publishCaused(List<? extends Caused<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var caused : events) {
                bind(insert, caused.event(), caused.cause());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep events", e);
        }
    }

    private void bind(PreparedStatement insert, Event event, @Nullable Received<?> cause) throws SQLException {
        var id = Ids.next();
        var topic = event.topic();
        insert.setObject(1, id);
        insert.setString(2, topic.name());
        insert.setString(3, topic.state().orElse(null));
        insert.setString(4, event.subject());
        insert.setString(5, event.type());
        insert.setString(6, topic.subjects() + "/" + event.subject());
        insert.setTimestamp(7, Timestamp.from(clock.instant()));
        insert.setString(8, correlation(id, cause));
        insert.setString(9, cause == null ? null : cause.id().toString());
        insert.setString(
                10, cause == null ? currentTrace() : cause.traceparent().orElse(null));
        insert.setBytes(11, write(event));
    }

    private static String correlation(UUID id, @Nullable Received<?> cause) {
        return cause == null
                ? id.toString()
                : cause.correlation().orElse(cause.id().toString());
    }

    private static @Nullable String currentTrace() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private byte @Nullable [] write(Event event) {
        var state = event.state();
        if (state == null) {
            return null;
        }
        try {
            return json.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + event.type(), e);
        }
    }
}
