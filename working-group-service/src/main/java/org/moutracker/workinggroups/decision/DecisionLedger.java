package org.moutracker.workinggroups.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.time.ZoneOffset.UTC;

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
import org.moutracker.platform.messaging.Received;
import org.moutracker.platform.messaging.StorageFailed;

/** Keeps what happened to decisions and tells it, the one never without the other. */
@ApplicationScoped
class DecisionLedger {

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final InstantSource clock;

    DecisionLedger(AgroalDataSource database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Records and tells what somebody did. */
    @Transactional(MANDATORY)
    void tell(DecisionEvent event, String who) {
        record(event, who);
        outbox.publish(event);
    }

    /** Records and tells what another service has answered. */
    @Transactional(MANDATORY)
    void tell(DecisionEvent event, Received<?> cause, String who) {
        record(event, who);
        outbox.publishCaused(List.of(new Outbox.Caused<>(event, cause)));
    }

    private void record(DecisionEvent event, String who) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO decision_change (decision_id, event, at, status, cause, who)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, event.state().id());
            insert.setString(2, event.type());
            insert.setObject(3, clock.instant().atOffset(UTC));
            insert.setString(4, event.state().status().name());
            insert.setString(5, event.cause());
            insert.setString(6, who);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what happened to a decision", e);
        }
    }

    /** A page of the history, oldest first. */
    @Transactional
    List<DecisionChange> history(UUID decision, @Nullable Long after, int rows) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, at, status, cause, who FROM decision_change
                        WHERE decision_id = ? AND id > ? ORDER BY id LIMIT ?
                        """)) {
            select.setObject(1, decision);
            select.setLong(2, after == null ? 0 : after);
            select.setInt(3, rows);
            var history = new ArrayList<DecisionChange>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    history.add(new DecisionChange(
                            row.getLong("id"),
                            row.getTimestamp("at").toInstant(),
                            DecisionStatus.valueOf(row.getString("status")),
                            row.getString("cause"),
                            row.getString("who")));
                }
            }
            return history;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what happened to a decision", e);
        }
    }
}
