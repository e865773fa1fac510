package org.moutracker.platform.messaging;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
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

    // One statement for any number of events; the order of the list is the order of the positions.
    private static final String INSERT = """
            INSERT INTO outbox (id, topic, state_topic, key, type, subject, occurred_at, correlation, causation,
                                traceparent, payload)
            SELECT id, topic, state_topic, key, type, subject, ?, correlation, causation, traceparent, payload
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                AS event (id, topic, state_topic, key, type, subject, correlation, causation, traceparent, payload, place)
            ORDER BY place
            """;

    /**
     * The end of a set-based statement that tells an event of each row of a part before it, without the rows leaving the
     * database: for hot paths, which tell what the clock has caused.
     *
     * @param rows the part's name; it has the columns {@code subject} (a uuid), {@code state} (JSON) and {@code at} (the
     *     instant in domain time)
     */
    public static String telling(Topic topic, String type, String rows) {
        return """
                INSERT INTO outbox (id, topic, state_topic, key, type, subject, occurred_at, correlation, payload)
                SELECT id, '%s', %s, subject, '%s', '%s/' || subject, at, id, convert_to(state, 'UTF8')
                FROM (SELECT uuidv7() AS id, subject::text, state::text, at FROM %s) AS event
                """.formatted(
                topic.name(), topic.state().map("'%s'"::formatted).orElse("NULL"), type, topic.subjects(), rows);
    }

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
        var rows = events.stream().map(Outbox::row).toList();
        var payloads = events.stream().map(caused -> write(caused.event())).toArray(byte[][]::new);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setArray(2, column(connection, "uuid", rows, Row::id));
            insert.setArray(
                    3, column(connection, "text", rows, row -> row.topic().name()));
            insert.setArray(
                    4,
                    column(connection, "text", rows, row -> row.topic().state().orElse(null)));
            insert.setArray(5, column(connection, "text", rows, Row::key));
            insert.setArray(6, column(connection, "text", rows, Row::type));
            insert.setArray(
                    7, column(connection, "text", rows, row -> row.topic().subjects() + "/" + row.key()));
            insert.setArray(8, column(connection, "text", rows, Row::correlation));
            insert.setArray(9, column(connection, "text", rows, Row::causation));
            insert.setArray(10, column(connection, "text", rows, Row::traceparent));
            insert.setArray(11, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep events", e);
        }
    }

    private record Row(
            UUID id,
            Topic topic,
            String key,
            String type,
            String correlation,
            @Nullable String causation,
            @Nullable String traceparent) {}

    private static Row row(Caused<?> caused) {
        var id = Ids.next();
        var event = caused.event();
        var cause = caused.cause();
        return new Row(
                id,
                event.topic(),
                event.subject(),
                event.type(),
                correlation(id, cause),
                cause == null ? null : cause.id().toString(),
                cause == null ? currentTrace() : cause.traceparent().orElse(null));
    }

    private static Array column(
            Connection connection, String type, List<Row> rows, Function<Row, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
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
