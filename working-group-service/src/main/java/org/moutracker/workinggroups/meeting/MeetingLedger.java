package org.moutracker.workinggroups.meeting;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.time.ZoneOffset.UTC;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.platform.messaging.StorageFailed;

/** Keeps what happened to meetings and tells it, the one never without the other. */
@ApplicationScoped
class MeetingLedger {

    /** Who did what no person did. */
    static final String SYSTEM = "system";

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final InstantSource clock;

    MeetingLedger(AgroalDataSource database, Outbox outbox, ObjectMapper json, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        // A row may be from a newer release.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    /** Records and tells what somebody or the clock did. */
    @Transactional(MANDATORY)
    void tell(MeetingEvent event, String cause, String who) {
        tell(event, cause, who, null);
    }

    /** Likewise, because of another event. */
    @Transactional(MANDATORY)
    void tell(MeetingEvent event, String cause, String who, @Nullable Received<?> because) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO meeting_change (meeting_id, event, at, cause, who, state)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb)
                        """)) {
            insert.setObject(1, event.state().id());
            insert.setString(2, event.type());
            insert.setObject(3, clock.instant().atOffset(UTC));
            insert.setString(4, cause);
            insert.setString(5, who);
            insert.setString(6, json.writeValueAsString(event.state()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what happened to a meeting", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a meeting cannot be written", e);
        }
        outbox.publishCaused(List.of(new Caused<>(event, because)));
    }

    /** A page of the history of a meeting, oldest first. */
    @Transactional
    List<MeetingChange> history(UUID meeting, long after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, event, at, cause, who, state FROM meeting_change
                        WHERE meeting_id = ? AND id > ? ORDER BY id LIMIT ?
                        """)) {
            select.setObject(1, meeting);
            select.setLong(2, after);
            select.setInt(3, rows);
            var history = new ArrayList<MeetingChange>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new MeetingChange(
                            row.getLong("id"),
                            row.getString("event"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("cause"),
                            row.getString("who"),
                            json.readValue(row.getString("state"), MeetingState.class)));
                }
            }
            return history;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what happened to a meeting", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a meeting cannot be read", e);
        }
    }
}
