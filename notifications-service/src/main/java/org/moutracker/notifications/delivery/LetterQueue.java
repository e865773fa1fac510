package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.mail.InvitationContent;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.mail.MinutesContent;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The messages that carry a letter and wait to be sent; once claimed they are settled like all others. */
@ApplicationScoped
class LetterQueue {

    private final Sql sql;
    private final Json json;

    LetterQueue(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Takes what is due and still true: not withdrawn, not too late, its reader known and the address verified. */
    List<Claimed> claim(Instant domainNow, int limit, Column shut) {
        return sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN letter ON letter.id = delivery.letter_id
                    JOIN invitation ON invitation.id = letter.invitation_id
                    JOIN recipient ON recipient.id = invitation.person_id
                    WHERE delivery.letter_id IS NOT NULL AND delivery.next_attempt_at <= statement_timestamp()
                      AND delivery.state = ANY (?) AND letter.withdrawn IS NULL
                      AND (letter.expires_at IS NULL OR letter.expires_at > ?) AND recipient.verified_at IS NOT NULL
                      AND %s AND %s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, letter, invitation, recipient
                WHERE delivery.id = due.id AND letter.id = delivery.letter_id
                  AND invitation.id = letter.invitation_id AND recipient.id = invitation.person_id
                RETURNING delivery.id, old.state AS was, new.token, new.attempts, new.deferrals,
                    new.attempted_at, email, name, language, kind, letter.sequence,
                    written_at, content
                """.formatted(Brakes.OFF, DeliveryQueue.ELSEWHERE),
                this::claimed,
                Column.texts(DeliveryStatus.SENDING.origins()),
                domainNow,
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
                // A second copy of the same UID and SEQUENCE changes no calendar, while one that is missed is missed.
                true,
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                letter(id, row));
    }

    private Letter letter(UUID id, ResultSet row) throws SQLException {
        var name = row.getString("name");
        var mailbox = row.getString("email");
        var language = row.getString("language");
        var writtenAt = requireNonNull(Sql.instant(row, "written_at"));
        var content = row.getString("content");
        return switch (LetterKind.valueOf(row.getString("kind"))) {
            case REQUEST, CANCEL ->
                new Letter.OfInvitation(
                        id,
                        name,
                        mailbox,
                        writtenAt,
                        language,
                        row.getInt("sequence"),
                        json.read(content, InvitationContent.class));
            case MINUTES ->
                new Letter.OfMinutes(id, name, mailbox, writtenAt, language, json.read(content, MinutesContent.class));
        };
    }

    /** Closes what waits and may not be sent any more, so that it does not stand in the way of what may. */
    int closeUntrue(Instant domainNow) {
        return sql.update("""
                UPDATE delivery SET
                    state = 'CLOSED', next_attempt_at = NULL,
                    closed_because = CASE WHEN letter.withdrawn IS NOT NULL THEN letter.withdrawn
                                          WHEN recipient.email IS NULL THEN 'CANCELLED' ELSE 'EXPIRED' END
                FROM letter JOIN invitation ON invitation.id = letter.invitation_id
                    LEFT JOIN recipient ON recipient.id = invitation.person_id
                WHERE letter.id = delivery.letter_id AND delivery.letter_id IS NOT NULL
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND (letter.withdrawn IS NOT NULL OR letter.expires_at <= ? OR recipient.email IS NULL)
                """, Column.texts(DeliveryStatus.CLOSED.origins()), domainNow);
    }
}
