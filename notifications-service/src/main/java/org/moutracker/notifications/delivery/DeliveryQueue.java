package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.mail.Moves;
import org.moutracker.notifications.mail.Told;
import org.moutracker.notifications.plan.Level;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.notifications.workinggroup.Role;

/**
 * The messages that wait to be sent; which of them are of alerts and which are letters matters to their claims alone. Whoever
 * claims one has a lease, by the database's clock and renewed while he is at it, and a token that fences him off once
 * somebody else has claimed it after him.
 */
@ApplicationScoped
class DeliveryQueue {

    // Three renewals may fail; short, because what a crash leaves behind waits for it.
    static final int LEASE_SECONDS = 15;

    // Repeats of a message that may have arrived: as many as there are waits for it.
    private static final int MOST_UNCERTAIN = 3;

    // Many times what is claimed until it is looked at again.
    private static final int NEXT = 5_000;

    private static final String ONE_STANDS =
            "EXISTS (SELECT FROM alert AS told WHERE told.notice_id = alert.id AND told.state = 'ACTIVE')";

    /** Holds for a recipient whose domain is not among those to which nothing is sent now. */
    static final String ELSEWHERE = "lower(btrim(split_part(recipient.email, '@', -1))) <> ALL (?)";

    private final Sql sql;
    private final Json json;

    DeliveryQueue(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Has what is due read in its order, and no further than is asked for, until this transaction ends. Left to itself the
     * database reads all that waits and sorts it as long as it believes that that is little, which it does of whatever has
     * come since it counted last: each hundred of fifteen thousand then took half a second. Nor does it plan anew each time
     * what is then planned alike, which takes longer than the claim.
     */
    void readInOrder() {
        sql.query("""
                SELECT set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true),
                       set_config('enable_bitmapscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)
                """, row -> true);
    }

    /**
     * Takes what is due and still true: the alert active, of the plan that holds, not expired, its reader known and the
     * address verified. A message about moves is true while one of them stands.
     */
    List<Claimed> claim(Instant domainNow, int limit, Column shut) {
        // What fired together says the same to all.
        var contents = new HashMap<String, AlertContent>();
        return sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN alert ON alert.id = delivery.alert_id
                    JOIN plan ON plan.deadline_id = alert.deadline_id
                    JOIN recipient ON recipient.id = alert.recipient_id
                    WHERE delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                      AND CASE WHEN alert.notice_id IS NULL
                               THEN alert.state = 'ACTIVE' AND plan.active
                                    AND alert.plan_no BETWEEN coalesce(plan.told_since, plan.plan_no) AND plan.plan_no
                               ELSE %1$s END
                      AND (alert.expires_at IS NULL OR alert.expires_at > ?) AND recipient.verified_at IS NOT NULL
                      AND %3$s AND %4$s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, alert, recipient
                WHERE delivery.id = due.id AND alert.id = delivery.alert_id AND recipient.id = alert.recipient_id
                RETURNING delivery.id, old.state AS was, new.token, new.attempts, new.deferrals, new.attempted_at, repeats, email,
                    name, language, step, level, kind, party,
                    role, alert.zone, fired_at, recipient_id, alert.id AS alert_id, delivery.round,
                    (SELECT state ->> 'kind' FROM deadline WHERE deadline.id = alert.deadline_id)
                        IS DISTINCT FROM 'STAGNATION' AS can_be_done, CASE WHEN alert.notice_id IS NULL THEN content ELSE (
                        SELECT jsonb_build_object('count', count(*), 'first', to_jsonb((array_agg(
                            told.content ORDER BY told.content ->> 'lastDay', told.deadline_id))[1:%2$s]))
                        FROM alert AS told WHERE told.notice_id = alert.id) END AS content
                """.formatted(ONE_STANDS, Moves.LISTED, Brakes.OFF, ELSEWHERE),
                row -> claimed(row, contents),
                Column.texts(DeliveryStatus.SENDING.origins()),
                domainNow,
                shut,
                limit,
                LEASE_SECONDS);
    }

    private Claimed claimed(ResultSet row, Map<String, AlertContent> contents) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Claimed(
                id,
                row.getLong("token"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                row.getBoolean("repeats"),
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                letter(id, row, contents));
    }

    private Letter letter(UUID id, ResultSet row, Map<String, AlertContent> contents) throws SQLException {
        var level = Level.valueOf(row.getString("level"));
        var firedAt = requireNonNull(Sql.instant(row, "fired_at"));
        var content = row.getString("content");
        if (level == Level.CHANGED || level == Level.OVER) {
            return new Letter.OfMoves(
                    id,
                    row.getString("name"),
                    row.getString("email"),
                    ZoneId.of(row.getString("zone")),
                    firedAt,
                    row.getString("language"),
                    json.read(content, Moves.class));
        }
        var kind = row.getString("kind");
        return new Letter.OfStep(
                id,
                row.getObject("recipient_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("party"),
                Role.valueOf(row.getString("role")),
                ZoneId.of(row.getString("zone")),
                new Step(row.getInt("step")),
                level,
                kind == null ? null : MailKind.valueOf(kind),
                firedAt,
                row.getString("language"),
                new Told(row.getObject("alert_id", UUID.class), row.getInt("round"), row.getBoolean("can_be_done")),
                contents.computeIfAbsent(content, text -> json.read(text, AlertContent.class)));
    }

    /**
     * A message that was claimed too early.
     *
     * @param by how long it still has to wait
     */
    record Early(Claimed claimed, Duration by) {}

    /** Gives back, in the transaction that has claimed them, what cannot be sent yet: as if it had not been claimed. */
    void giveBack(List<Early> early) {
        sql.update(
                """
                UPDATE delivery SET
                    state = early.state, attempts = attempts - 1, lease_until = NULL,
                    next_attempt_at = clock_timestamp() + early.wait * interval '1 millisecond'
                FROM unnest(?, ?, ?, ?) AS early (id, token, state, wait)
                WHERE delivery.id = early.id AND delivery.token = early.token
                """,
                Column.ids(early, one -> one.claimed().id()),
                Column.numbers(early, one -> one.claimed().token()),
                Column.texts(early, one -> one.claimed().was()),
                Column.numbers(early, one -> one.by().toMillis()));
    }

    /** Lets what is due to these domains wait for as long as they are left alone, out of the way of what goes elsewhere. */
    void postpone(Map<String, Duration> domains) {
        if (domains.isEmpty()) {
            return;
        }
        var rows = List.copyOf(domains.entrySet());
        sql.update(
                """
                WITH due AS (
                    SELECT delivery.id, alone.wait
                    FROM delivery
                    LEFT JOIN alert ON alert.id = delivery.alert_id
                    LEFT JOIN letter ON letter.id = delivery.letter_id
                    LEFT JOIN invitation ON invitation.id = letter.invitation_id
                    LEFT JOIN address_verification AS asked ON asked.id = delivery.verification_id
                    LEFT JOIN returned ON returned.id = delivery.returned_id
                    LEFT JOIN done_notice AS notice ON notice.id = delivery.done_notice_id
                    LEFT JOIN digest ON digest.id = delivery.digest_id
                    JOIN recipient ON recipient.id = coalesce(alert.recipient_id, invitation.person_id, asked.recipient_id,
                        returned.recipient_id, notice.recipient_id, digest.recipient_id)
                    JOIN unnest(?, ?) AS alone (domain, wait)
                        ON alone.domain = lower(btrim(split_part(recipient.email, '@', -1)))
                    WHERE delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                    FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET next_attempt_at = clock_timestamp() + due.wait * interval '1 millisecond'
                FROM due WHERE delivery.id = due.id
                """,
                Column.texts(rows, Map.Entry::getKey),
                Column.numbers(rows, domain -> domain.getValue().toMillis()),
                Column.texts(DeliveryStatus.SENDING.origins()));
    }

    /** Keeps what is still being sent. */
    void renew(List<Claimed> batch) {
        sql.update("""
                UPDATE delivery SET lease_until = clock_timestamp() + ? * interval '1 second'
                FROM unnest(?, ?) AS held (id, token)
                WHERE delivery.id = held.id AND delivery.token = held.token AND state = 'SENDING'
                """, LEASE_SECONDS, Column.ids(batch, Claimed::id), Column.numbers(batch, Claimed::token));
    }

    /**
     * Writes down what came of a batch. An answer that comes after the lease was lost still counts, unless somebody else
     * has claimed the message meanwhile.
     */
    void settle(List<Settlement> batch) {
        sql.update(
                """
                WITH answered AS (
                    SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        AS row (id, token, state, closed_because, wait, deferrals, attempt, started_at, outcome, reply)),
                settled AS (
                    UPDATE delivery SET
                        state = answered.state, closed_because = answered.closed_because, deferrals = answered.deferrals,
                        lease_until = NULL,
                        next_attempt_at = clock_timestamp() + answered.wait::bigint * interval '1 millisecond'
                    FROM answered
                    WHERE delivery.id = answered.id AND delivery.token = answered.token
                      AND delivery.state IN ('SENDING', 'UNCERTAIN'))
                INSERT INTO delivery_attempt (delivery_id, attempt, started_at, outcome, reply)
                SELECT id, attempt, started_at::timestamptz, outcome, reply FROM answered
                """,
                Column.ids(batch, settlement -> settlement.claimed().id()),
                Column.numbers(batch, settlement -> settlement.claimed().token()),
                Column.texts(batch, Settlement::status),
                Column.texts(batch, Settlement::closedBecause),
                Column.texts(
                        batch,
                        settlement -> settlement.retryIn() == null
                                ? null
                                : settlement.retryIn().toMillis()),
                Column.numbers(batch, Settlement::deferrals),
                Column.numbers(batch, settlement -> settlement.claimed().attempts()),
                Column.texts(batch, settlement -> settlement.claimed().startedAt()),
                Column.texts(batch, settlement -> settlement.answer().outcome()),
                Column.texts(batch, settlement -> settlement.answer().reply()));
    }

    /** Gives up the leases of those who died over a message: whether it arrived, nobody knows. */
    int loseLeases() {
        return sql.update("""
                WITH lost AS (
                    UPDATE delivery SET
                        state = 'UNCERTAIN', lease_until = NULL,
                        next_attempt_at = CASE WHEN delivery.attempts <= ? AND coalesce(
                            (SELECT repeats FROM alert WHERE alert.id = delivery.alert_id), true)
                            THEN clock_timestamp() END
                    WHERE delivery.lease_until < clock_timestamp() AND delivery.state = 'SENDING'
                    RETURNING delivery.id, attempts, attempted_at)
                INSERT INTO delivery_attempt (delivery_id, attempt, started_at, outcome)
                SELECT id, attempts, attempted_at, 'UNKNOWN' FROM lost
                """, MOST_UNCERTAIN);
    }

    /**
     * Closes what waits and may not be sent any more, so that it does not stand in the way of what may: of those that come
     * next, since what is behind them is in nobody's way yet.
     */
    int closeUntrue(Instant domainNow) {
        return sql.update("""
                UPDATE delivery SET
                    state = 'CLOSED', next_attempt_at = NULL,
                    closed_because = CASE WHEN alert.state = 'ACTIVE' AND recipient.email IS NOT NULL
                                          THEN 'EXPIRED'
                                          WHEN alert.state IN ('ACKNOWLEDGED', 'SNOOZED') THEN alert.state
                                          ELSE 'CANCELLED' END
                FROM alert LEFT JOIN recipient ON recipient.id = alert.recipient_id
                WHERE alert.id = delivery.alert_id AND delivery.id = ANY (ARRAY(
                      SELECT next.id FROM delivery AS next
                      WHERE next.next_attempt_at <= statement_timestamp() ORDER BY next.next_attempt_at LIMIT ?))
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND (NOT CASE WHEN alert.notice_id IS NULL THEN alert.state = 'ACTIVE' ELSE %s END
                       OR alert.expires_at <= ? OR recipient.email IS NULL)
                """.formatted(ONE_STANDS), NEXT, Column.texts(DeliveryStatus.CLOSED.origins()), domainNow);
    }
}
