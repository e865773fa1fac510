package org.moutracker.platform.messaging;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
            SELECT id, topic, state_topic, key, type, subject, ?::timestamptz, correlation, causation, traceparent, payload
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::bytea[])
                WITH ORDINALITY AS waiting (id, topic, state_topic, key, type, subject, correlation, causation,
                                            traceparent, payload, position)
            ORDER BY waiting.position
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
            var columns = List.of(
                    new Column("uuid", Waiting::id),
                    new Column("text", waiting -> waiting.event().topic().name()),
                    new Column(
                            "text", waiting -> waiting.event().topic().state().orElse(null)),
                    new Column("text", waiting -> waiting.event().subject()),
                    new Column("text", waiting -> waiting.event().type()),
                    new Column(
                            "text",
                            waiting -> waiting.event().topic().subjects() + "/"
                                    + waiting.event().subject()),
                    new Column("text", Waiting::correlation),
                    new Column("text", Waiting::causation),
                    new Column("text", Waiting::traceparent));
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var values = events.stream().map(column.value()).toArray();
                insert.setArray(i + 2, connection.createArrayOf(column.type(), values));
            }
            var payloads =
                    events.stream().map(waiting -> write(waiting.event())).toArray(byte[][]::new);
            insert.setArray(columns.size() + 2, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep events", e);
        }
    }

    private record Column(String type, Function<Waiting, @Nullable Object> value) {}

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
