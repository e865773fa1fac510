package org.moutracker.notifications.hold;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Channel;
import org.moutracker.notifications.delivery.HeldDeliveries;
import org.moutracker.notifications.hold.HoldView.ReleaseView;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.RuleViolated;

/** The holds that were ever put on; lines are added here and never changed. */
@ApplicationScoped
class Holds {

    /** Which holds are asked for; null where that does not matter. */
    record Filter(@Nullable Boolean standing, @Nullable UUID agreement) {}

    /** The place of a hold in the list. */
    record Position(Instant placedAt, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(HoldView hold) {
            return Cursor.of(hold.placedAt(), hold.id());
        }
    }

    private static final String SELECT = """
            SELECT hold.id, scope, agreement_id, channel, hold.reason, placed_at, placed_by,
                released_at, released_by, hold_release.reason AS released_because
            FROM hold LEFT JOIN hold_release ON hold_id = hold.id
            """;

    private final Sql sql;
    private final HeldDeliveries deliveries;

    Holds(Sql sql, HeldDeliveries deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    /** From the end of this transaction on nothing of its scope is claimed. */
    UUID place(NewHold hold, String by) {
        var id = Ids.next();
        sql.update(
                """
                INSERT INTO hold (id, scope, agreement_id, channel, reason, placed_by) VALUES (?, ?, ?, ?, ?, ?)
                """,
                id,
                hold.scope(),
                hold.agreementId(),
                hold.channel(),
                hold.reason().strip(),
                by);
        return id;
    }

    /** What has waited and no other hold keeps back becomes due; whoever claims it sees whether it is still true. */
    void release(UUID hold, String reason, String by) {
        deliveries.lock();
        deliveries.putAside();
        var released = sql.update("""
                INSERT INTO hold_release (hold_id, reason, released_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, hold, reason.strip(), by);
        if (released == 0) {
            throw new RuleViolated("the hold was released already");
        }
        deliveries.letGo();
    }

    List<HoldView> find(Filter filter, @Nullable Position after, int limit) {
        var where = new ArrayList<String>(List.of("true"));
        var arguments = new ArrayList<@Nullable Object>();
        var standing = filter.standing();
        if (standing != null) {
            where.add(standing ? "released_at IS NULL" : "released_at IS NOT NULL");
        }
        if (filter.agreement() != null) {
            where.add("agreement_id = ?");
            arguments.add(filter.agreement());
        }
        if (after != null) {
            where.add("(placed_at, hold.id) < (?, ?)");
            arguments.add(after.placedAt());
            arguments.add(after.id());
        }
        arguments.add(limit);
        return sql.query(
                SELECT + "WHERE " + String.join(" AND ", where) + " ORDER BY placed_at DESC, hold.id DESC LIMIT ?",
                Holds::read,
                arguments.toArray());
    }

    Optional<HoldView> find(UUID id) {
        return sql.query(SELECT + "WHERE hold.id = ?", Holds::read, id).stream().findFirst();
    }

    private static HoldView read(ResultSet row) throws SQLException {
        return new HoldView(
                row.getObject("id", UUID.class),
                HoldScope.valueOf(row.getString("scope")),
                row.getObject("agreement_id", UUID.class),
                Optional.ofNullable(row.getString("channel"))
                        .map(Channel::valueOf)
                        .orElse(null),
                row.getString("reason"),
                requireNonNull(Sql.instant(row, "placed_at")),
                row.getString("placed_by"),
                release(row));
    }

    private static @Nullable ReleaseView release(ResultSet row) throws SQLException {
        var at = Sql.instant(row, "released_at");
        return at == null ? null : new ReleaseView(at, row.getString("released_by"), row.getString("released_because"));
    }
}
