package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The alerts that become silent, and those that are told again. Whoever changes them holds the plan of their deadline. */
@ApplicationScoped
class QuietAlerts {

    private final Sql sql;

    QuietAlerts(Sql sql) {
        this.sql = sql;
    }

    /** The steps that these deadlines have told of and that have not ended. */
    List<OpenAlert> open(Collection<UUID> deadlines) {
        return sql.query(
                "SELECT " + OpenAlert.COLUMNS
                        + " FROM alert WHERE deadline_id = ANY (?) AND step IS NOT NULL AND state = ANY (?) ORDER BY id",
                OpenAlert::read,
                Column.ids(deadlines),
                Column.texts(AlertStatus.ENDED.origins()));
    }

    Optional<OpenAlert> find(UUID id) {
        return sql.query("SELECT " + OpenAlert.COLUMNS + " FROM alert WHERE id = ?", OpenAlert::read, id).stream()
                .findFirst();
    }

    /** What an alert becomes. */
    record Become(UUID id, AlertStatus status, @Nullable Instant until) {}

    /** Changes them. What comes back to life and was closed before it could be sent is owed once more. */
    List<AlertState> become(List<Become> changes) {
        return sql.query(
                """
                UPDATE alert SET
                    state = becomes.state, quiet_until = becomes.until::timestamptz, version = version + 1,
                    round = round + CASE WHEN becomes.state = 'ACTIVE' AND EXISTS (
                        SELECT FROM delivery WHERE alert_id = alert.id AND delivery.round = alert.round
                        AND closed_because IN ('ACKNOWLEDGED', 'SNOOZED')) THEN 1 ELSE 0 END
                FROM unnest(?, ?, ?) AS becomes (id, state, until) WHERE alert.id = becomes.id
                RETURNING
                """ + AlertState.COLUMNS,
                AlertState::read,
                Column.ids(changes, Become::id),
                Column.texts(changes, Become::status),
                Column.texts(changes, Become::until));
    }

    /** Brings back what was to be heard again by now: its next round begins. */
    List<AlertState> wake(Collection<UUID> deadlines, Instant now) {
        return sql.query("""
                UPDATE alert SET state = ?, quiet_until = NULL, version = version + 1, round = round + 1
                WHERE deadline_id = ANY (?) AND state = 'SNOOZED' AND quiet_until <= ?
                RETURNING
                """ + AlertState.COLUMNS, AlertState::read, AlertStatus.ACTIVE, Column.ids(deadlines), now);
    }
}
