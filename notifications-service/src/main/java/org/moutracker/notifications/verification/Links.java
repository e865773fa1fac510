package org.moutracker.notifications.verification;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.VerificationDeliveries;
import org.moutracker.notifications.recipient.LinkToken;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.Ids;

/** The links by which addresses are verified, each with its message: one at a time can be used by each person. */
@ApplicationScoped
class Links {

    private static final String SELECT = "SELECT asked.id, recipient_id, expires_at, ended_because "
            + "FROM address_verification AS asked WHERE asked.id = ";

    private final Sql sql;
    private final VerificationDeliveries deliveries;
    private final VerificationSettings settings;
    private final InstantSource clock;

    Links(Sql sql, VerificationDeliveries deliveries, VerificationSettings settings, InstantSource clock) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends a link to each of these people who has an address that is not verified; earlier ones end. */
    void send(Collection<UUID> people, @Nullable String by) {
        end(people, LinkEnded.SUPERSEDED);
        var now = clock.instant();
        var unverified = sql.query("""
                SELECT id FROM recipient WHERE id = ANY (?) AND email IS NOT NULL AND verified_at IS NULL ORDER BY id
                """, row -> row.getObject("id", UUID.class), Column.ids(people));
        var ids = unverified.stream().map(person -> Ids.next()).toList();
        sql.update("""
                INSERT INTO address_verification (id, recipient_id, asked_at, asked_by, expires_at)
                SELECT id, recipient_id, ?, ?, ? FROM unnest(?, ?) AS asked (id, recipient_id)
                """, now, by, now.plus(settings.validFor()), Column.ids(ids), Column.ids(unverified));
        deliveries.open(ids);
    }

    /** Ends what these people could still use. */
    void end(Collection<UUID> people, LinkEnded because) {
        var ended =
                sql.query("""
                UPDATE address_verification SET ended_at = ?, ended_because = ?
                WHERE recipient_id = ANY (?) AND ended_because IS NULL RETURNING id
                """, row -> row.getObject("id", UUID.class), clock.instant(), because, Column.ids(people));
        deliveries.close(ended, because == LinkEnded.SUPERSEDED ? ClosedBecause.SUPERSEDED : ClosedBecause.CANCELLED);
    }

    /** How many were sent to somebody within some time, and when the first of them was. */
    record Sent(int times, @Nullable Instant first) {}

    Sent sentWithin(UUID person, Duration time) {
        return sql.query(
                        """
                        SELECT count(*) AS times, min(asked_at) AS first FROM address_verification
                        WHERE recipient_id = ? AND asked_at > ?
                        """,
                        row -> new Sent(row.getInt("times"), Sql.instant(row, "first")),
                        person,
                        clock.instant().minus(time))
                .getFirst();
    }

    /** Empty for what was never sent. */
    Optional<Link> find(LinkToken token) {
        return sql
                .query(
                        SELECT + "(SELECT verification_id FROM address_verification_token "
                                + "WHERE hash = decode(?, 'hex'))",
                        Links::read,
                        token.hash())
                .stream()
                .findFirst();
    }

    /** As it is while this transaction holds its recipient. */
    Link again(Link link) {
        return sql.query(SELECT + "?", Links::read, link.id()).getFirst();
    }

    private static Link read(ResultSet row) throws SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                requireNonNull(Sql.instant(row, "expires_at")),
                Optional.ofNullable(row.getString("ended_because"))
                        .map(LinkEnded::valueOf)
                        .orElse(null));
    }
}
