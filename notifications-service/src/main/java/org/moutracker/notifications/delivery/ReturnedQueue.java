package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.recipient.MaskedAddress;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The messages that say that mails to somebody come back, to those who answer for his group; settled like all others. */
@ApplicationScoped
public class ReturnedQueue {

    private static final String STANDS = """
            EXISTS (SELECT FROM member WHERE member.group_id = returned.group_id
                    AND member.person_id = returned.recipient_id)
            AND EXISTS (SELECT FROM recipient AS person WHERE person.id = returned.person_id
                        AND person.suppressed_at IS NOT NULL)
            """;

    private final Sql sql;

    ReturnedQueue(Sql sql) {
        this.sql = sql;
    }

    /**
     * Opens a message to each who answers for a group in which somebody sits: the secretaries of his side, or else its
     * co-chairs. Who would be told of several groups is told of one, and by his own time: that is looked at first of all.
     */
    public void open(UUID person, UUID bounced, String status, Instant now) {
        var told = sql.query(
                """
                WITH answers AS (
                    SELECT other.person_id, other.group_id, other.role,
                        bool_or(other.role = 'SECRETARY') OVER (PARTITION BY other.group_id) AS has_secretary
                    FROM member JOIN member AS other ON other.group_id = member.group_id AND other.side = member.side
                    WHERE member.person_id = ? AND other.person_id <> member.person_id
                      AND other.role IN ('SECRETARY', 'CO_CHAIR'))
                SELECT DISTINCT ON (person_id) person_id, group_id FROM answers
                WHERE role = 'SECRETARY' OR NOT has_secretary ORDER BY person_id, group_id
                """,
                row -> new Told(row.getObject("person_id", UUID.class), row.getObject("group_id", UUID.class)),
                person);
        sql.update(
                """
                INSERT INTO returned (id, recipient_id, person_id, group_id, written_at, status)
                SELECT id, recipient_id, ?, group_id, ?, ? FROM unnest(?, ?, ?) AS told (id, recipient_id, group_id)
                """,
                person,
                now,
                status,
                Column.ids(told, one -> one.id(bounced)),
                Column.ids(told, Told::recipientId),
                Column.ids(told, Told::groupId));
        sql.update(
                """
                INSERT INTO delivery (id, returned_id, channel, state, next_attempt_at, waits_until, waits_for)
                SELECT id, returned_id, ?, ?, 'infinity', 'epoch', waits_for
                FROM unnest(?, ?, ?) AS opened (id, returned_id, waits_for)
                """,
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(told, one -> NamedIds.of(one.id(bounced), Channel.MAIL)),
                Column.ids(told, one -> one.id(bounced)),
                Column.ids(told, Told::recipientId));
    }

    /** Somebody who is told, and as whom. */
    private record Told(UUID recipientId, UUID groupId) {

        UUID id(UUID bounced) {
            return NamedIds.of(bounced, "returned", recipientId);
        }
    }

    /** Takes what is due and still true: the address still suppressed, its reader still there and verified. */
    List<Claimed> claim(int limit, Column shut) {
        return sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN returned ON returned.id = delivery.returned_id
                    JOIN recipient ON recipient.id = returned.recipient_id
                    WHERE delivery.returned_id IS NOT NULL AND delivery.next_attempt_at <= statement_timestamp()
                      AND delivery.state = ANY (?) AND recipient.verified_at IS NOT NULL AND %s AND %s AND %s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, returned, recipient, recipient AS person, working_group
                WHERE delivery.id = due.id AND returned.id = delivery.returned_id
                  AND recipient.id = returned.recipient_id AND person.id = returned.person_id
                  AND working_group.id = returned.group_id
                RETURNING delivery.id, old.state AS was, new.token, new.attempts, new.deferrals, new.attempted_at,
                    recipient.email, recipient.name, recipient.language, returned.written_at, returned.status,
                    person.name AS person, person.email AS back_from, working_group.name AS group_name
                """.formatted(STANDS, Brakes.OFF, DeliveryQueue.ELSEWHERE),
                ReturnedQueue::claimed,
                Column.texts(DeliveryStatus.SENDING.origins()),
                shut,
                limit,
                DeliveryQueue.LEASE_SECONDS);
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Claimed(
                id,
                row.getLong("token"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                // Nobody else is told, so twice is better than never.
                true,
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                new Letter.OfReturned(
                        id,
                        row.getString("name"),
                        row.getString("email"),
                        requireNonNull(Sql.instant(row, "written_at")),
                        row.getString("language"),
                        row.getString("person"),
                        row.getString("group_name"),
                        MaskedAddress.of(row.getString("back_from")),
                        row.getString("status")));
    }

    /** Closes what waits and is not true any more. */
    int closeUntrue() {
        return sql.update("""
                UPDATE delivery SET state = 'CLOSED', next_attempt_at = NULL, closed_because = 'CANCELLED'
                FROM returned LEFT JOIN recipient ON recipient.id = returned.recipient_id
                WHERE returned.id = delivery.returned_id AND delivery.returned_id IS NOT NULL
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND (recipient.verified_at IS NULL OR NOT (%s))
                """.formatted(STANDS), Column.texts(DeliveryStatus.CLOSED.origins()));
    }
}
