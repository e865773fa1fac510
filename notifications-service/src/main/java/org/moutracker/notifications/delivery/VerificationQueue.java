package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** The messages by which addresses are verified and that wait to be sent; once claimed they are settled like all others. */
@ApplicationScoped
class VerificationQueue {

    private final Sql sql;

    VerificationQueue(Sql sql) {
        this.sql = sql;
    }

    /** A message with the link that it carries. */
    private record Sealed(UUID verificationId, LinkToken token, Claimed claimed) {}

    /**
     * Takes what is due and still of use: the link open, the address the one that it was made for, and not verified in
     * another way. Each attempt has a link of its own, since none is kept; those of attempts that may have arrived hold too.
     */
    List<Claimed> claim(Instant domainNow, int limit, Column shut) {
        var sealed = sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN address_verification AS asked ON asked.id = delivery.verification_id
                    JOIN recipient ON recipient.id = asked.recipient_id
                    WHERE delivery.verification_id IS NOT NULL AND delivery.next_attempt_at <= statement_timestamp()
                      AND delivery.state = ANY (?) AND asked.ended_because IS NULL AND asked.expires_at > ?
                      AND recipient.email IS NOT NULL AND recipient.verified_at IS NULL
                      AND %s AND %s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, address_verification AS asked, recipient
                WHERE delivery.id = due.id AND asked.id = delivery.verification_id
                  AND recipient.id = asked.recipient_id
                RETURNING delivery.id, new.verification_id, old.state AS was, new.token, new.attempts, new.deferrals,
                    new.attempted_at, email, name,
                    language, asked_at, expires_at
                """.formatted(Brakes.OFF, DeliveryQueue.ELSEWHERE),
                VerificationQueue::sealed,
                Column.texts(DeliveryStatus.SENDING.origins()),
                domainNow,
                shut,
                limit,
                DeliveryQueue.LEASE_SECONDS);
        if (!sealed.isEmpty()) {
            forgetUnsent(sealed);
            keep(sealed);
        }
        return sealed.stream().map(Sealed::claimed).toList();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var token = LinkToken.next();
        var letter = new Letter.OfVerification(
                id,
                row.getString("name"),
                row.getString("email"),
                requireNonNull(Sql.instant(row, "asked_at")),
                row.getString("language"),
                token,
                requireNonNull(Sql.instant(row, "expires_at")));
        var claimed = new Claimed(
                id,
                row.getLong("token"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                // A second one asks the same, while one that is missed keeps somebody from being told at all.
                true,
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                letter);
        return new Sealed(row.getObject("verification_id", UUID.class), token, claimed);
    }

    /** The links of attempts of which the server said, or could not say, that it has taken nothing. */
    private void forgetUnsent(List<Sealed> sealed) {
        sql.update("""
                DELETE FROM address_verification_token AS token USING delivery_attempt AS attempt
                WHERE token.verification_id = ANY (?) AND attempt.delivery_id = ANY (?)
                  AND attempt.delivery_id IN (
                      SELECT id FROM delivery WHERE delivery.verification_id = token.verification_id)
                  AND attempt.attempt = token.attempt AND attempt.outcome IN ('UNREACHABLE', 'DEFERRED', 'REFUSED')
                """, Column.ids(sealed, Sealed::verificationId), Column.ids(sealed, one -> one.claimed()
                .id()));
    }

    private void keep(List<Sealed> sealed) {
        sql.update(
                """
                INSERT INTO address_verification_token (hash, verification_id, attempt)
                SELECT decode(hash, 'hex'), verification_id, attempt
                FROM unnest(?, ?, ?) AS made (hash, verification_id, attempt)
                """,
                Column.texts(sealed, one -> one.token().hash()),
                Column.ids(sealed, Sealed::verificationId),
                Column.numbers(sealed, one -> one.claimed().attempts()));
    }

    /** Closes what waits and would be of no use any more. */
    int closeUntrue(Instant domainNow) {
        return sql.update("""
                UPDATE delivery SET
                    state = 'CLOSED', next_attempt_at = NULL,
                    closed_because = CASE WHEN asked.ended_because IS NOT NULL OR recipient.verified_at IS NOT NULL
                                              OR recipient.email IS NULL
                                          THEN 'CANCELLED' ELSE 'EXPIRED' END
                FROM address_verification AS asked LEFT JOIN recipient ON recipient.id = asked.recipient_id
                WHERE asked.id = delivery.verification_id AND delivery.verification_id IS NOT NULL
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND (asked.ended_because IS NOT NULL OR asked.expires_at <= ? OR recipient.email IS NULL
                       OR recipient.verified_at IS NOT NULL)
                """, Column.texts(DeliveryStatus.CLOSED.origins()), domainNow);
    }
}
