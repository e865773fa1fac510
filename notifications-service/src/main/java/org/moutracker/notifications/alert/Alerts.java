package org.moutracker.notifications.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The alerts that have fired. Statements here are for many at once: they are the hot path. */
@ApplicationScoped
class Alerts {

    private final Sql sql;

    Alerts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps what fires, each once, and says which of them are new. What all who are told of a deadline are told goes to the
     * database once.
     */
    List<AlertState> fire(List<NewAlert> alerts) {
        var contents = new HashMap<UUID, String>();
        alerts.forEach(alert -> contents.put(alert.deadlineId(), alert.content()));
        var told = List.copyOf(contents.entrySet());
        return sql.query(
                """
                INSERT INTO alert (id, deadline_id, agreement_id, working_group_id, plan_no, step, level, recipient_id,
                                   party, role, zone, state, fire_at, fired_at, expires_at, repeats, kind, content)
                SELECT id, deadline_id, agreement_id, working_group_id, plan_no, step, level, recipient_id, party, role,
                       zone, ?, fire_at::timestamptz, fired_at::timestamptz, expires_at::timestamptz, repeats, kind,
                       told.content
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    AS fires (id, deadline_id, agreement_id, working_group_id, plan_no, step, level, recipient_id, party,
                              role, zone, fire_at, fired_at, expires_at, repeats, kind)
                JOIN (SELECT about, content::jsonb FROM unnest(?, ?) AS told (about, content)) AS told
                    ON told.about = fires.deadline_id
                ON CONFLICT DO NOTHING
                RETURNING
                """ + AlertState.COLUMNS,
                AlertState::read,
                AlertStatus.ACTIVE,
                Column.ids(alerts, NewAlert::id),
                Column.ids(alerts, NewAlert::deadlineId),
                Column.ids(alerts, alert -> alert.situation().deadline().agreementId()),
                Column.ids(alerts, alert -> alert.situation().deadline().workingGroupId()),
                Column.numbers(alerts, alert -> alert.situation().plan().number()),
                Column.numbers(alerts, alert -> alert.told().step().offset()),
                Column.texts(alerts, alert -> alert.told().level()),
                Column.ids(alerts, alert -> alert.told().addressee().id()),
                Column.texts(alerts, alert -> alert.told().addressee().party()),
                Column.texts(alerts, alert -> alert.told().addressee().role()),
                Column.texts(alerts, alert -> alert.told().addressee().zone().getId()),
                Column.texts(alerts, alert -> alert.told().fireAt()),
                Column.texts(alerts, NewAlert::firedAt),
                Column.texts(alerts, NewAlert::expiresAt),
                Column.flags(alerts, NewAlert::repeats),
                Column.texts(alerts, alert -> alert.told().kind()),
                Column.ids(told, Map.Entry::getKey),
                Column.texts(told, Map.Entry::getValue));
    }

    /**
     * Ends what the plans that hold by now no longer stand behind: those of earlier dates, and all of inactive ones; that
     * nothing is due any more, of active ones.
     */
    List<AlertState> endWhereOver(Collection<UUID> deadlines, Instant now) {
        return sql.query(
                """
                UPDATE alert SET state = ?, version = alert.version + 1, quiet_until = NULL, ended_at = ?, ended_because =
                    CASE WHEN alert.plan_no < coalesce(plan.told_since, plan.plan_no) THEN 'SUPERSEDED'
                         WHEN deadline.status = 'MET' THEN 'SATISFIED' ELSE 'CANCELLED' END
                FROM plan JOIN deadline ON deadline.id = plan.deadline_id
                WHERE alert.deadline_id = plan.deadline_id AND plan.deadline_id = ANY (?) AND alert.state = ANY (?)
                  AND (plan.active = (alert.level = 'OVER') OR alert.plan_no < coalesce(plan.told_since, plan.plan_no))
                RETURNING
                """ + AlertState.COLUMNS,
                AlertState::read,
                AlertStatus.ENDED,
                now,
                Column.ids(deadlines),
                Column.texts(AlertStatus.ENDED.origins()));
    }

    /** Somebody who answers for a deadline now. */
    record Responsible(UUID deadlineId, UUID recipientId) {}

    /** Ends the alerts of those who no longer answer for their deadline. */
    List<AlertState> endOfLeavers(Collection<UUID> deadlines, List<Responsible> present, Instant now) {
        return sql.query(
                """
                UPDATE alert SET
                    state = ?, version = version + 1, quiet_until = NULL, ended_at = ?, ended_because = ?
                WHERE deadline_id = ANY (?) AND state = ANY (?) AND NOT EXISTS (
                    SELECT FROM unnest(?, ?) AS present (deadline_id, recipient_id)
                    WHERE present.deadline_id = alert.deadline_id AND present.recipient_id = alert.recipient_id)
                RETURNING
                """ + AlertState.COLUMNS,
                AlertState::read,
                AlertStatus.ENDED,
                now,
                EndedBecause.CANCELLED,
                Column.ids(deadlines),
                Column.texts(AlertStatus.ENDED.origins()),
                Column.ids(present, Responsible::deadlineId),
                Column.ids(present, Responsible::recipientId));
    }

    /**
     * The alerts that can be delivered and have no message yet, because they are new, because the address came late, or
     * because their reader wanted to hear of them again: of each recipient's the latest alone, since earlier ones would only
     * repeat it.
     */
    List<Undelivered> undelivered(Collection<UUID> deadlines, Collection<UUID> reachable, Instant now) {
        return sql.query("""
                        SELECT latest.* FROM (
                            SELECT DISTINCT ON (deadline_id, recipient_id)
                                id, deadline_id, recipient_id, zone, expires_at, step, kind, round FROM alert
                            WHERE deadline_id = ANY (?) AND state = ? AND recipient_id = ANY (?) AND step IS NOT NULL
                            ORDER BY deadline_id, recipient_id, plan_no DESC, step DESC) AS latest
                        WHERE (latest.expires_at IS NULL OR latest.expires_at > ?)
                          AND NOT EXISTS (
                            SELECT FROM delivery WHERE delivery.alert_id = latest.id AND delivery.round >= latest.round)
                        """, Undelivered::read, Column.ids(deadlines), AlertStatus.ACTIVE, Column.ids(reachable), now);
    }
}
