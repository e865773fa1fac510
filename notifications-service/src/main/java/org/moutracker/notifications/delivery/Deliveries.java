package org.moutracker.notifications.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The messages by which alerts reach their recipients: opened and cancelled with the alert, shown beside it. */
@ApplicationScoped
public class Deliveries {

    private final Sql sql;
    private final Volumes volumes;

    Deliveries(Sql sql, Volumes volumes) {
        this.sql = sql;
        this.volumes = volumes;
    }

    /**
     * An alert and the mailbox that it goes to.
     *
     * @param round how often its reader wanted to hear of it again: each time it is another message
     * @param time when it may go
     */
    public record Addressed(UUID alertId, int round, String mailbox, ReadersTime time) {

        UUID deliveryId() {
            return round == 0
                    ? NamedIds.of(alertId, Channel.MAIL, mailbox)
                    : NamedIds.of(alertId, Channel.MAIL, mailbox, round);
        }

        @Override
        public String toString() {
            return "Addressed[" + alertId + "]";
        }
    }

    /**
     * Opens one message for each alert that has none yet of that round. What news has brought about, and not time, waits
     * until it is known how much the same news brings: moves, and steps whose time had passed when their plan was woken.
     * What is not for this hour of its reader waits in any case.
     */
    public void open(List<Addressed> alerts) {
        var causes = sql.query(
                """
                INSERT INTO delivery (id, alert_id, round, channel, state, next_attempt_at, waits_until, waits_for, cause)
                SELECT id, alert_id, round, ?, ?,
                    CASE WHEN cause IS NULL AND waits_until IS NULL THEN clock_timestamp() ELSE 'infinity' END,
                    waits_until::timestamptz, CASE WHEN waits_until IS NOT NULL THEN recipient_id END, cause
                FROM (SELECT opened.id, alert_id, opened.round, opened.waits_until, alert.recipient_id,
                          CASE WHEN alert.notice_id IS NOT NULL THEN (
                                   SELECT correlation FROM moved WHERE moved.deadline_id = alert.deadline_id
                                     AND moved.recipient_id = alert.recipient_id)
                               WHEN alert.fired_at > alert.fire_at + interval '1 minute' THEN (
                                   SELECT plan.cause FROM plan WHERE plan.deadline_id = alert.deadline_id
                                     AND plan.next_fire_at = 'epoch') END AS cause
                      FROM unnest(?, ?, ?, ?) AS opened (id, alert_id, round, waits_until) JOIN alert ON alert.id = alert_id) AS caused
                ON CONFLICT (alert_id, channel, round) DO NOTHING
                RETURNING cause
                """,
                row -> Optional.ofNullable(row.getString("cause")),
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(alerts, Addressed::deliveryId),
                Column.ids(alerts, Addressed::alertId),
                Column.numbers(alerts, Addressed::round),
                Column.texts(alerts, alert -> alert.time().column()));
        volumes.add(causes.stream().flatMap(Optional::stream).toList());
    }

    /** Closes what of these alerts still waits and tells of no other; what is on its way cannot be called back. */
    public void cancel(Collection<UUID> alerts) {
        close(alerts, ClosedBecause.CANCELLED);
    }

    /** Closes what of these alerts still waits, and says why. */
    public void close(Collection<UUID> alerts, ClosedBecause because) {
        sql.update(
                """
                UPDATE delivery SET
                    state = ?, closed_because = ?, next_attempt_at = NULL, waits_until = NULL, waits_for = NULL
                WHERE alert_id IN (SELECT coalesce(notice_id, id) FROM alert WHERE id = ANY (?))
                  AND next_attempt_at IS NOT NULL AND state = ANY (?)
                  AND NOT EXISTS (SELECT FROM alert WHERE notice_id = delivery.alert_id AND alert.state = 'ACTIVE')
                """, DeliveryStatus.CLOSED, because, Column.ids(alerts), Column.texts(DeliveryStatus.CLOSED.origins()));
    }

    /** A message and the alert that it is for. */
    private record Row(UUID alertId, DeliveryView view) {}

    /** The messages of these alerts, each with its attempts. */
    public Map<UUID, List<DeliveryView>> of(Collection<UUID> alerts) {
        var attempts = sql.query("""
                        SELECT attempt.* FROM delivery_attempt AS attempt
                        JOIN delivery ON delivery.id = attempt.delivery_id
                        WHERE delivery.alert_id IN (SELECT coalesce(notice_id, id) FROM alert WHERE id = ANY (?))
                        ORDER BY attempt.attempt, attempt.ended_at
                        """, DeliveryView.AttemptOf::read, Column.ids(alerts)).stream()
                .collect(groupingBy(DeliveryView.AttemptOf::delivery));
        return sql
                .query(
                        """
                        SELECT delivery.id, alert.id AS alert_id, channel, delivery.state, closed_because
                        FROM alert JOIN delivery ON delivery.alert_id = coalesce(alert.notice_id, alert.id)
                        WHERE alert.id = ANY (?) ORDER BY delivery.round
                        """,
                        row -> new Row(row.getObject("alert_id", UUID.class), DeliveryView.read(row, attempts)),
                        Column.ids(alerts))
                .stream()
                .collect(groupingBy(Row::alertId, mapping(Row::view, toList())));
    }
}
