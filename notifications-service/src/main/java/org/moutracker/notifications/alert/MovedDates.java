package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.news.Cause;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The dates that have moved since somebody was told of them, and those that are over, until he is told that too. */
@ApplicationScoped
class MovedDates {

    // People in one transaction: as many rows as they have moved dates.
    private static final int AT_ONCE = 10;

    private static final String RIPE =
            "SELECT recipient_id FROM moved WHERE since <= statement_timestamp() - ? * interval '1 millisecond'";

    /** Holds for a deadline and for somebody who was told of it, if he is to be told that it is over. */
    private static final String CONCERNS = """
            deadline.status IN ('PAUSED', 'CANCELLED', 'LAPSED')
            OR deadline.status IN ('MET', 'WAIVED') AND EXISTS (
                SELECT FROM alert AS grave JOIN delivery AS sent ON sent.alert_id = grave.id
                WHERE grave.deadline_id = alert.deadline_id AND grave.recipient_id = alert.recipient_id
                  AND grave.level = 'ESCALATION' AND sent.state IN ('SENDING', 'UNCERTAIN', 'ACCEPTED'))
            """;

    private final Sql sql;

    MovedDates(Sql sql) {
        this.sql = sql;
    }

    /**
     * Remembers who was told another day than these deadlines have now. What counts is what somebody was told last, not
     * what the event says of the day before: who hears only the last of several moves remembers the same as who heard them
     * all. Whoever has acknowledged or snoozed something knows of it, though its message never left. To be called before
     * messages that still wait are cancelled, since they count as told, unless they wait for their reader's time.
     */
    void remember(List<Deadline> deadlines) {
        var ids = Column.ids(deadlines, Deadline::id);
        var causes = Column.texts(
                deadlines,
                deadline -> deadline.movedBecause() == null ? deadline.overBecause() : deadline.movedBecause());
        var cause = Cause.current();
        sql.update("""
                UPDATE moved SET cause = heard.cause FROM unnest(?, ?) AS heard (deadline_id, cause)
                WHERE moved.deadline_id = heard.deadline_id AND heard.cause IS NOT NULL
                """, ids, causes);
        sql.update(
                """
                INSERT INTO moved (deadline_id, recipient_id, alert_id, cause, correlation)
                SELECT deadline_id, recipient_id, id, cause, correlation FROM (
                    SELECT DISTINCT ON (alert.deadline_id, alert.recipient_id)
                        alert.deadline_id, alert.recipient_id, alert.id, heard.cause, heard.last_day, heard.correlation,
                        alert.content ->> 'lastDay' AS told_day
                    FROM unnest(?, ?, ?, ?) AS heard (deadline_id, last_day, cause, correlation)
                    JOIN alert ON alert.deadline_id = heard.deadline_id
                    JOIN delivery ON delivery.alert_id = coalesce(alert.notice_id, alert.id)
                    WHERE (delivery.state <> 'CLOSED' AND delivery.waits_until IS NULL
                        OR delivery.closed_because IN ('SNOOZED', 'DIGESTED')
                        OR delivery.closed_because = 'ACKNOWLEDGED' AND EXISTS (
                            SELECT FROM acknowledgement AS own WHERE own.deadline_id = alert.deadline_id
                            AND own.recipient_id = alert.recipient_id AND own.step >= alert.step))
                    ORDER BY alert.deadline_id, alert.recipient_id, alert.plan_no DESC, alert.number DESC
                ) AS told
                WHERE told_day IS DISTINCT FROM last_day
                ON CONFLICT (deadline_id, recipient_id) DO UPDATE SET
                    alert_id = excluded.alert_id, correlation = excluded.correlation
                """,
                ids,
                Column.texts(deadlines, Deadline::lastDay),
                causes,
                Column.texts(deadlines, deadline -> cause.of(deadline.id())));
    }

    /**
     * Remembers who was told of what is over by now: everybody, where it is gone; those alone who were told that it was not
     * done, where it is settled. Who was told nothing yet, since the message still waited, has nothing to take back.
     */
    void rememberOver(List<Deadline> deadlines) {
        var over = deadlines.stream()
                .filter(deadline ->
                        deadline.status().isGone() || deadline.status().isSettled())
                .toList();
        if (over.isEmpty()) {
            return;
        }
        var cause = Cause.current();
        sql.update(
                """
                INSERT INTO moved (deadline_id, recipient_id, alert_id, cause, correlation)
                SELECT deadline_id, recipient_id, id, cause, correlation FROM (
                    SELECT DISTINCT ON (alert.deadline_id, alert.recipient_id)
                        alert.deadline_id, alert.recipient_id, alert.id, alert.level, heard.cause, heard.correlation
                    FROM unnest(?, ?, ?) AS heard (deadline_id, cause, correlation)
                    JOIN alert ON alert.deadline_id = heard.deadline_id
                    JOIN delivery ON delivery.alert_id = coalesce(alert.notice_id, alert.id)
                    JOIN deadline ON deadline.id = heard.deadline_id
                    WHERE (delivery.state IN ('SENDING', 'UNCERTAIN', 'ACCEPTED') OR delivery.closed_because = 'DIGESTED')
                      AND (%s)
                    ORDER BY alert.deadline_id, alert.recipient_id, alert.plan_no DESC, alert.number DESC
                ) AS told
                WHERE level <> 'OVER'
                ON CONFLICT (deadline_id, recipient_id) DO UPDATE SET
                    alert_id = excluded.alert_id, cause = excluded.cause, correlation = excluded.correlation
                """.formatted(CONCERNS),
                Column.ids(over, Deadline::id),
                Column.texts(over, Deadline::overBecause),
                Column.texts(over, deadline -> cause.of(deadline.id())));
    }

    /** Forgets what nobody is left to be told of. */
    void forgetTheErased(Duration debounce) {
        sql.update(
                "DELETE FROM moved WHERE recipient_id IN (" + RIPE + ") AND NOT EXISTS ("
                        + "SELECT FROM recipient WHERE recipient.id = moved.recipient_id)",
                debounce.toMillis());
    }

    /** Puts aside, until they are news again, those whose address is not verified: at a time that never comes. */
    void putAside(Duration debounce) {
        sql.update("""
                WITH waiting AS (
                    SELECT id FROM recipient
                    WHERE id IN (%s) AND verified_at IS NULL AND email IS NOT NULL ORDER BY id FOR SHARE SKIP LOCKED)
                UPDATE moved SET since = 'infinity' FROM waiting WHERE recipient_id = waiting.id
                """.formatted(RIPE), debounce.toMillis());
    }

    /** Gathers anew what was put aside for these people. */
    void goOn(Collection<UUID> people) {
        sql.update(
                "UPDATE moved SET since = clock_timestamp() WHERE recipient_id = ANY (?) AND since = 'infinity'",
                Column.ids(people));
    }

    /** People whose first move is long enough ago, so that nobody else tells them until this transaction ends. */
    List<UUID> claim(Duration debounce) {
        return sql.query(
                "SELECT id FROM recipient WHERE id IN (" + RIPE + ") AND (verified_at IS NOT NULL OR email IS NULL) "
                        + "ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.getObject("id", UUID.class),
                debounce.toMillis(),
                AT_ONCE);
    }

    /**
     * Locks the plans of what these people are to be told, as whoever moves a deadline does first: none of them moves from
     * here on. What was told meanwhile by somebody else is not ripe any more, and is not among them.
     */
    List<UUID> lock(Collection<UUID> people, Duration debounce) {
        return sql.query(
                """
                SELECT deadline_id FROM plan
                WHERE deadline_id IN (
                    SELECT deadline_id FROM moved
                    WHERE recipient_id = ANY (?) AND recipient_id IN (%s))
                ORDER BY deadline_id FOR UPDATE
                """.formatted(RIPE),
                row -> row.getObject("deadline_id", UUID.class),
                Column.ids(people),
                debounce.toMillis());
    }

    /**
     * A move that somebody may have to be told of.
     *
     * @param soonest when the one or the other day ends: who hears of it later than that was told wrong
     * @param over whether nothing is due any more
     * @param stands whether there is something to tell: it is over, or open and on another day than he knows, he can be
     *     reached, and was not told already
     */
    record Move(
            UUID deadlineId,
            UUID recipientId,
            UUID toldBy,
            int planNo,
            @Nullable String mailbox,
            ZoneId zone,
            @Nullable Instant soonest,
            @Nullable String cause,
            boolean over,
            boolean stands) {

        Level level() {
            return over ? Level.OVER : Level.CHANGED;
        }

        /** The same plan for the same person is the same alert, whoever works it out and how often. */
        UUID alertId() {
            return NamedIds.of(deadlineId, planNo, level(), recipientId);
        }

        static Move read(ResultSet row) throws SQLException {
            return new Move(
                    row.getObject("deadline_id", UUID.class),
                    row.getObject("recipient_id", UUID.class),
                    row.getObject("alert_id", UUID.class),
                    row.getInt("plan_no"),
                    row.getString("email"),
                    ZoneId.of(row.getString("zone")),
                    Sql.instant(row, "soonest"),
                    row.getString("cause"),
                    row.getBoolean("gone"),
                    row.getBoolean("stands"));
        }

        @Override
        public String toString() {
            return "Move[" + alertId() + "]";
        }
    }

    /** What these people are to be told of these deadlines, the nearest day first. */
    List<Move> of(Collection<UUID> people, Collection<UUID> deadlines) {
        return sql.query("""
                SELECT moved.deadline_id, moved.recipient_id, moved.alert_id, moved.cause, plan.plan_no, recipient.email,
                    alert.zone, least(
                        (deadline.state ->> 'dueAt')::timestamptz, (alert.content ->> 'dueAt')::timestamptz) AS soonest,
                    gone, recipient.verified_at IS NOT NULL
                    AND (gone OR deadline.status IN ('ACTIVE', 'AWAITING_ANCHOR')
                         AND deadline.state ->> 'lastDay' IS DISTINCT FROM alert.content ->> 'lastDay')
                    AND NOT EXISTS (SELECT FROM alert AS done WHERE done.deadline_id = moved.deadline_id
                                    AND done.plan_no = plan.plan_no AND done.recipient_id = moved.recipient_id
                                    AND done.level = CASE WHEN gone THEN 'OVER' ELSE 'CHANGED' END) AS stands
                FROM moved
                JOIN recipient ON recipient.id = moved.recipient_id
                JOIN plan ON plan.deadline_id = moved.deadline_id
                JOIN deadline ON deadline.id = moved.deadline_id
                JOIN alert ON alert.id = moved.alert_id
                CROSS JOIN LATERAL (SELECT %s AS gone) AS concerned
                WHERE moved.recipient_id = ANY (?) AND moved.deadline_id = ANY (?)
                ORDER BY deadline.state ->> 'lastDay', moved.deadline_id
                """.formatted(CONCERNS), Move::read, Column.ids(people), Column.ids(deadlines));
    }

    /** A move that is told now, with the alert whose message tells it. */
    record Told(Move move, UUID noticeId) {}

    /** Keeps them as alerts: to whom, as whom and in which agreement as in the alert by which he knows of the day before. */
    List<AlertState> tell(List<Told> moves, Instant now) {
        return sql.query(
                """
                INSERT INTO alert (id, notice_id, deadline_id, agreement_id, working_group_id, plan_no, level, recipient_id,
                                   party, role, zone, state, fire_at, fired_at, repeats, kind, content)
                SELECT now.id, now.notice_id, told.deadline_id, told.agreement_id, told.working_group_id, plan.plan_no, now.level,
                       told.recipient_id, told.party, told.role, told.zone, ?, ?, ?, true, ?,
                       jsonb_build_object(
                           'deadlineId', told.deadline_id,
                           'scheduleNo', deadline.state -> 'scheduleNo',
                           'title', deadline.state -> 'title',
                           'agreementTitle', told.content -> 'agreementTitle',
                           'agreementTitles', told.content -> 'agreementTitles',
                           'reference', told.content -> 'reference',
                           'groupName', told.content -> 'groupName',
                           'planNo', plan.plan_no,
                           'from', told.content -> 'lastDay',
                           'lastDay', CASE WHEN now.level = 'CHANGED' THEN deadline.state -> 'lastDay' END,
                           'dueAt', CASE WHEN now.level = 'CHANGED' THEN deadline.state -> 'dueAt' END,
                           'over', CASE WHEN now.level = 'OVER' THEN deadline.status END,
                           'cause', now.cause)
                FROM unnest(?, ?, ?, ?, ?) AS now (id, notice_id, told_by, level, cause)
                JOIN alert AS told ON told.id = now.told_by
                JOIN plan ON plan.deadline_id = told.deadline_id
                JOIN deadline ON deadline.id = told.deadline_id
                RETURNING
                """ + AlertState.COLUMNS,
                AlertState::read,
                AlertStatus.ACTIVE,
                now,
                now,
                MailKind.MOVE,
                Column.ids(moves, told -> told.move().alertId()),
                Column.ids(moves, Told::noticeId),
                Column.ids(moves, told -> told.move().toldBy()),
                Column.texts(moves, told -> told.move().level()),
                Column.texts(moves, told -> told.move().cause()));
    }

    /** What has been told, or need not be told any more. */
    void forget(List<Move> moves) {
        sql.update("""
                DELETE FROM moved USING unnest(?, ?) AS done (deadline_id, recipient_id)
                WHERE moved.deadline_id = done.deadline_id AND moved.recipient_id = done.recipient_id
                """, Column.ids(moves, Move::deadlineId), Column.ids(moves, Move::recipientId));
    }

    static String mailbox(Move move) {
        return requireNonNull(move.mailbox());
    }
}
