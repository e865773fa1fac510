package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.mail.DigestContent;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The messages that carry a digest; once claimed they are settled like all others. */
@ApplicationScoped
public class DigestQueue {

    private final Sql sql;
    private final Json json;

    DigestQueue(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    public void open(Collection<UUID> digests) {
        var ids = List.copyOf(digests);
        sql.update(
                """
                INSERT INTO delivery (id, digest_id, channel, state, next_attempt_at)
                SELECT id, digest_id, ?, ?, clock_timestamp() FROM unnest(?, ?) AS opened (id, digest_id)
                """,
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(ids, digest -> NamedIds.of(digest, Channel.MAIL)),
                Column.ids(ids));
    }

    /**
     * Takes back those to these people of which no byte was ever sent, since a newer one says what is so by now.
     *
     * @return the digests that were taken back
     */
    public List<UUID> takeBack(Collection<UUID> recipients) {
        return sql.query(
                """
                UPDATE delivery SET state = ?, closed_because = ?, next_attempt_at = NULL
                FROM digest WHERE digest.id = delivery.digest_id AND digest.recipient_id = ANY (?)
                  AND delivery.next_attempt_at IS NOT NULL AND delivery.state IN ('PENDING', 'RETRY_WAIT')
                RETURNING digest.id
                """,
                row -> row.getObject("id", UUID.class),
                DeliveryStatus.CLOSED,
                ClosedBecause.SUPERSEDED,
                Column.ids(recipients));
    }

    /** Takes what is due: its reader still known and the address verified. */
    List<Claimed> claim(int limit, Column shut) {
        return sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN digest ON digest.id = delivery.digest_id
                    JOIN recipient ON recipient.id = digest.recipient_id
                    WHERE delivery.digest_id IS NOT NULL AND delivery.next_attempt_at <= statement_timestamp()
                      AND delivery.state = ANY (?) AND recipient.verified_at IS NOT NULL AND %s AND %s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, digest, recipient
                WHERE delivery.id = due.id AND digest.id = delivery.digest_id AND recipient.id = digest.recipient_id
                RETURNING delivery.id, old.state AS was, new.token, new.attempts, new.deferrals, new.attempted_at,
                    recipient.email, recipient.name, digest.recipient_id, digest.written_at, digest.content
                """.formatted(Brakes.OFF, DeliveryQueue.ELSEWHERE),
                this::claimed,
                Column.texts(DeliveryStatus.SENDING.origins()),
                shut,
                limit,
                DeliveryQueue.LEASE_SECONDS);
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Claimed(
                id,
                row.getLong("token"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                // What is in it is told nowhere else, so twice is better than never.
                true,
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                new Letter.OfDigest(
                        id,
                        row.getObject("recipient_id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        requireNonNull(Sql.instant(row, "written_at")),
                        json.read(row.getString("content"), DigestContent.class)));
    }

    /** Closes what waits for somebody who is not known any more. */
    int closeUntrue() {
        return sql.update("""
                UPDATE delivery SET state = 'CLOSED', next_attempt_at = NULL, closed_because = 'CANCELLED'
                FROM digest LEFT JOIN recipient ON recipient.id = digest.recipient_id
                WHERE digest.id = delivery.digest_id AND delivery.digest_id IS NOT NULL
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND recipient.email IS NULL
                """, Column.texts(DeliveryStatus.CLOSED.origins()));
    }
}
