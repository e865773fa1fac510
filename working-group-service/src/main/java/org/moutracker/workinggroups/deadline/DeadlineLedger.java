package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.StorageFailed;

/** Keeps what happened to deadlines and tells it, the one never without the other. */
@ApplicationScoped
public class DeadlineLedger {

    /** Who did what no person did. */
    public static final String SYSTEM = "system";

    private final AgroalDataSource database;
    private final Outbox outbox;

    DeadlineLedger(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Records and tells what somebody did. */
    @Transactional(MANDATORY)
    public void tell(DeadlineEvent event, String who) {
        record(List.of(event), who);
        outbox.publish(event);
    }

    /** Records and tells what other events or the clock have caused. */
    @Transactional(MANDATORY)
    public void tell(List<Outbox.Caused<DeadlineEvent>> events) {
        tell(events, SYSTEM);
    }

    /** Likewise, because somebody has done something. */
    @Transactional(MANDATORY)
    void tell(List<Outbox.Caused<DeadlineEvent>> events, String who) {
        record(events.stream().map(Outbox.Caused::event).toList(), who);
        outbox.publishCaused(events);
    }

    /** Records and tells what is done bit by bit because of one event. */
    @Transactional(MANDATORY)
    void tell(List<DeadlineEvent> events, Outbox.Chain chain, String who) {
        record(events, who);
        outbox.publish(events, chain);
    }

    private void record(List<DeadlineEvent> events, String who) {
        if (events.isEmpty()) {
            return;
        }
        var changes = events.stream().map(DeadlineEvent::state).toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO deadline_change (deadline_id, event, at, from_day, to_day, cause, who)
                        SELECT deadline_id, event, at, from_day, to_day, cause, ?
                        FROM unnest(?, ?, ?::timestamptz[], ?::date[], ?::date[], ?) WITH ORDINALITY
                            AS change (deadline_id, event, at, from_day, to_day, cause, place)
                        ORDER BY place
                        """)) {
            insert.setString(1, who);
            insert.setArray(2, column(connection, "uuid", changes, DeadlineState::id));
            insert.setArray(3, column(connection, "text", events, DeadlineEvent::type));
            insert.setArray(4, column(connection, "text", changes, state -> state.change()
                    .at()));
            insert.setArray(5, column(connection, "text", changes, state -> state.change()
                    .from()));
            insert.setArray(6, column(connection, "text", changes, state -> state.change()
                    .to()));
            insert.setArray(7, column(connection, "text", changes, state -> state.change()
                    .cause()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep what happened to deadlines", e);
        }
    }

    private static <T> Array column(
            Connection connection, String type, List<T> rows, Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** The history of each of the deadlines, oldest first. */
    @Transactional
    Map<UUID, List<Change>> history(Collection<UUID> deadlines) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT deadline_id, at, from_day, to_day, cause FROM deadline_change
                        WHERE deadline_id = ANY (?) ORDER BY id
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", deadlines.toArray()));
            var history = new HashMap<UUID, List<Change>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    history.computeIfAbsent(row.getObject("deadline_id", UUID.class), id -> new ArrayList<>())
                            .add(new Change(
                                    row.getTimestamp("at").toInstant(),
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("to_day", LocalDate.class),
                                    row.getString("cause")));
                }
            }
            return history;
        } catch (SQLException e) {
            throw new StorageFailed("cannot read what happened to deadlines", e);
        }
    }
}
