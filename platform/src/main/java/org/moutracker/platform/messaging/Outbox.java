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
        if (cause != null) {
            Origin.note(caused.event().subject(), cause);
        }
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
            @Nullable String traceparent) {

        Topic topic() {
            return event.topic();
        }

        String key() {
            return event.subject();
        }

        String type() {
            return event.type();
        }
    }

    private void insert(List<Waiting> events) {
        if (events.isEmpty()) {
            return;
        }
        var payloads = events.stream().map(waiting -> write(waiting.event())).toArray(byte[][]::new);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setArray(2, column(connection, "uuid", events, Waiting::id));
            insert.setArray(
                    3, column(connection, "text", events, row -> row.topic().name()));
            insert.setArray(4, column(connection, "text", events, row -> row.topic()
                    .state()
                    .orElse(null)));
            insert.setArray(5, column(connection, "text", events, Waiting::key));
            insert.setArray(6, column(connection, "text", events, Waiting::type));
            insert.setArray(
                    7, column(connection, "text", events, row -> row.topic().subjects() + "/" + row.key()));
            insert.setArray(8, column(connection, "text", events, Waiting::correlation));
            insert.setArray(9, column(connection, "text", events, Waiting::causation));
            insert.setArray(10, column(connection, "text", events, Waiting::traceparent));
            insert.setArray(11, connection.createArrayOf("bytea", payloads));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep events", e);
        }
    }

    private static Array column(
            Connection connection, String type, List<Waiting> rows, Function<Waiting, @Nullable Object> value)
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
