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

    /**
     * What many events have in common.
     *
     * @param correlation the same through the whole chain
     * @param causation the id of the event that they follow from, if they follow from one
     */
    public record Chain(UUID correlation, @Nullable UUID causation) {}

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

    /** Tells what a request or a clock has caused, and answers the event's id, also that of the chain it begins. */
    @Transactional(MANDATORY)
    public UUID publish(Event event) {
        var id = Ids.next();
        insert(List.of(new Waiting(id, event, id.toString(), null, currentTrace())));
        return id;
    }

    /** Tells what is done bit by bit because of one event, as part of its chain. */
    @Transactional(MANDATORY)
    public void publish(List<? extends Event> events, Chain chain) {
        var causation = chain.causation() == null ? null : chain.causation().toString();
        insert(events.stream()
                .map(event -> new Waiting(Ids.next(), event, chain.correlation().toString(), causation, currentTrace()))
                .toList());
    }

    /** Tells what other events have caused, so that a chain of events can be followed back. */
    @Transactional(MANDATORY)
    public void publishCaused(List<? extends Caused<?>> events) {
        insert(events.stream().map(Outbox::waiting).toList());
    }

    private static Waiting waiting(Caused<?> caused) {
        var id = Ids.next();
        var cause = caused.cause();
        return new Waiting(
                id,
                caused.event(),
                correlation(id, cause),
                cause == null ? null : cause.id().toString(),
                cause == null ? currentTrace() : cause.traceparent().orElse(null));
    }

    /** An event as it is written. */
    private record Waiting(
            UUID id,
            Event event,
            String correlation,
            @Nullable String causation,
            @Nullable String traceparent) {}

    private void insert(List<Waiting> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var event : events) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep events", e);
        }
    }

    private void bind(PreparedStatement insert, Waiting waiting) throws SQLException {
        var event = waiting.event();
        var topic = event.topic();
        insert.setObject(1, waiting.id());
        insert.setString(2, topic.name());
        insert.setString(3, topic.state().orElse(null));
        insert.setString(4, event.subject());
        insert.setString(5, event.type());
        insert.setString(6, topic.subjects() + "/" + event.subject());
        insert.setTimestamp(7, Timestamp.from(clock.instant()));
        insert.setString(8, waiting.correlation());
        insert.setString(9, waiting.causation());
        insert.setString(10, waiting.traceparent());
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
