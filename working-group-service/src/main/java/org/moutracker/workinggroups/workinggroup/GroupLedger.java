package org.moutracker.workinggroups.workinggroup;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.StorageFailed;
import org.moutracker.workinggroups.deadline.DeadlineLedger;

/** Keeps what happened to groups, brings the rows of their members along, and tells it: the one never without the others. */
@ApplicationScoped
public class GroupLedger {

    /** Something that happened to a group. */
    @Schema(name = "GroupChange", description = "Something that happened to a group: what, when, who and why.")
    record Happened(
            @Schema(required = true, examples = "17") long id,

            @Schema(required = true, examples = "2025-10-14T06:30:00Z")
            Instant at,

            @Schema(required = true, examples = "registrar") String who,

            @Schema(
                    required = true,
                    description = "The type of the event that told it.",
                    examples = "mou.working-group.constituted.v1")
            String event,

            @Schema(required = true, description = "The version of the group that came of it.", examples = "4")
            long version,

            @Schema(required = true, description = "What there is to say beside the type, by ids.")
            Map<String, Object> details,

            @Schema(nullable = true, description = "Why, where somebody has said so.") @Nullable
            String reason) {}

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final SeatRows seats;
    private final ObjectMapper json;
    private final InstantSource clock;

    GroupLedger(AgroalDataSource database, Outbox outbox, SeatRows seats, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.seats = seats;
        this.json = json;
        this.clock = clock;
    }

    /** Records and tells what somebody did. */
    @Transactional(MANDATORY)
    public void tell(WorkingGroupEvent event, String who) {
        tell(List.of(new Caused<>(event, null)), who);
    }

    /** Records and tells what other events or the clock have caused. */
    @Transactional(MANDATORY)
    public void tell(List<? extends Caused<? extends WorkingGroupEvent>> events) {
        tell(events, DeadlineLedger.SYSTEM);
    }

    private void tell(List<? extends Caused<? extends WorkingGroupEvent>> events, String who) {
        if (events.isEmpty()) {
            return;
        }
        var told = events.stream().<WorkingGroupEvent>map(Caused::event).toList();
        record(told, who);
        seats.follow(told.stream().map(WorkingGroupEvent::state).toList());
        outbox.publishCaused(events);
    }

    private void record(List<WorkingGroupEvent> events, String who) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO working_group_change (working_group_id, version, event, at, who, details, reason)
                        SELECT working_group_id, version, event, ?, ?, details::jsonb, reason
                        FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY
                            AS change (working_group_id, version, event, details, reason, place)
                        ORDER BY place
                        """)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setArray(
                    3, column(connection, "uuid", events, event -> event.state().id()));
            insert.setArray(
                    4, column(connection, "int8", events, event -> event.state().version()));
            insert.setArray(5, column(connection, "text", events, WorkingGroupEvent::type));
            insert.setArray(6, column(connection, "text", events, event -> write(event.details())));
            insert.setArray(7, column(connection, "text", events, WorkingGroupEvent::reason));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what happened to groups", e);
        }
    }

    private static java.sql.Array column(
            Connection connection,
            String type,
            List<WorkingGroupEvent> events,
            Function<WorkingGroupEvent, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }

    /** What happened to a group after one of its changes, oldest first. */
    @Transactional
    List<Happened> history(UUID group, long after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, at, who, event, version, details, reason FROM working_group_change
                        WHERE working_group_id = ? AND id > ? ORDER BY id LIMIT ?
                        """)) {
            select.setObject(1, group);
            select.setLong(2, after);
            select.setInt(3, rows);
            var history = new ArrayList<Happened>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new Happened(
                            row.getLong("id"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("who"),
                            row.getString("event"),
                            row.getLong("version"),
                            json.readValue(row.getString("details"), new TypeReference<>() {}),
                            row.getString("reason")));
                }
            }
            return history;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what happened to groups", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what happened to groups cannot be read", e);
        }
    }

    private String write(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write what happened to a group", e);
        }
    }
}
