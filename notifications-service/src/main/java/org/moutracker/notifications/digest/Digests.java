package org.moutracker.notifications.digest;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Brakes;
import org.moutracker.notifications.delivery.Channel;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.DigestContent;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The digests that were written, and what they have taken; written down once and for all. */
@ApplicationScoped
class Digests {

    private final Sql sql;
    private final Json json;

    Digests(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** The digest of somebody's day is the same whoever writes it and how often. */
    static UUID id(UUID recipient, LocalDate day) {
        return NamedIds.of(recipient, "digest", day);
    }

    /** Which of them were written. */
    Set<UUID> written(Collection<UUID> ids) {
        return sql
                .query(
                        "SELECT id FROM digest WHERE id = ANY (?)",
                        row -> row.getObject("id", UUID.class),
                        Column.ids(ids))
                .stream()
                .collect(toSet());
    }

    /** Whether somebody holds all mails. */
    boolean areHeld() {
        return !sql.query(
                        "SELECT FROM standing_hold WHERE scope = 'ALL' OR channel = ? LIMIT 1",
                        row -> true,
                        Channel.MAIL)
                .isEmpty();
    }

    /**
     * A message that waits for a digest, or was taken by one that never left.
     *
     * @param because what is to become of it; DIGESTED where it is still true
     */
    record Taken(
            UUID deliveryId,
            UUID recipientId,
            UUID deadlineId,
            Step step,
            AlertContent content,
            ClosedBecause because) {}

    /**
     * What is to be told now: all that waits, unless a brake keeps it back, and what those digests have taken that never left.
     * What is not true any more is among it, and says so.
     */
    List<Taken> take(Collection<UUID> recipients, Collection<UUID> takenBack, Instant now) {
        return sql.query(
                """
                SELECT delivery.id, alert.recipient_id, alert.deadline_id, alert.step, alert.content,
                    CASE WHEN alert.state IN ('ACKNOWLEDGED', 'SNOOZED') THEN alert.state
                         WHEN alert.state <> 'ACTIVE' OR NOT plan.active OR alert.plan_no NOT BETWEEN
                              coalesce(plan.told_since, plan.plan_no) AND plan.plan_no THEN 'CANCELLED'
                         WHEN alert.expires_at <= ? THEN 'EXPIRED' ELSE 'DIGESTED' END AS because
                FROM delivery JOIN alert ON alert.id = delivery.alert_id JOIN plan ON plan.deadline_id = alert.deadline_id
                WHERE delivery.id IN (
                    SELECT waiting.id FROM delivery AS waiting
                    WHERE waiting.waits_for = ANY (?) AND waiting.waits_until = 'infinity'
                      AND waiting.next_attempt_at IS NOT NULL
                    UNION ALL
                    SELECT told.id FROM delivery AS told WHERE told.told_in = ANY (?))
                  AND (delivery.told_in IS NOT NULL OR NOT %s AND NOT %s)
                ORDER BY delivery.id FOR UPDATE OF delivery
                """.formatted(Brakes.HELD, Brakes.UNRELEASED),
                this::taken,
                now,
                Column.ids(recipients),
                Column.ids(takenBack));
    }

    private Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                new Step(row.getInt("step")),
                json.read(row.getString("content"), AlertContent.class),
                ClosedBecause.valueOf(row.getString("because")));
    }

    /**
     * A message that is closed, since a digest tells it or it is not true any more.
     *
     * @param digestId null where none tells it
     */
    record Closed(Taken taken, @Nullable UUID digestId) {}

    void close(List<Closed> closed) {
        sql.update(
                """
                UPDATE delivery SET
                    state = 'CLOSED', closed_because = closed.because, next_attempt_at = NULL, waits_until = NULL,
                    waits_for = NULL, told_in = closed.digest_id
                FROM unnest(?, ?, ?) AS closed (id, because, digest_id) WHERE delivery.id = closed.id
                """,
                Column.ids(closed, one -> one.taken().deliveryId()),
                Column.texts(closed, one -> one.taken().because()),
                Column.ids(closed, Closed::digestId));
    }

    /** A digest that is written now. */
    record Written(UUID id, UUID recipientId, DigestContent content) {}

    void keep(List<Written> digests, Instant now) {
        sql.update(
                """
                INSERT INTO digest (id, recipient_id, day, written_at, content)
                SELECT id, recipient_id, day::date, ?, content::jsonb
                FROM unnest(?, ?, ?, ?) AS written (id, recipient_id, day, content)
                """,
                now,
                Column.ids(digests, Written::id),
                Column.ids(digests, Written::recipientId),
                Column.texts(digests, digest -> digest.content().day()),
                Column.texts(digests, digest -> json.write(digest.content())));
    }
}
