package org.moutracker.notifications.release;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.HeldDeliveries;
import org.moutracker.notifications.delivery.Volumes;
import org.moutracker.notifications.release.ReleaseView.DecisionView;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.RuleViolated;

/** What waited for a release, or waits. */
@ApplicationScoped
class Releases {

    /** The place of a release in the list. */
    record Position(Instant firstAt, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(ReleaseView release) {
            return Cursor.of(release.firstAt(), release.id());
        }
    }

    private static final String SELECT =
            "SELECT * FROM volume WHERE state IN ('WAITING', 'RELEASED', 'CANCELLED') AND ";

    private final Sql sql;
    private final HeldDeliveries held;
    private final Volumes volumes;

    Releases(Sql sql, HeldDeliveries held, Volumes volumes) {
        this.sql = sql;
        this.held = held;
        this.volumes = volumes;
    }

    /** Decides what waits, once: what was released cannot be called back, and what was cancelled is closed. */
    void decide(ReleaseView release, ReleaseState decision, String reason, String by) {
        held.lock();
        var decided = sql.update("""
                UPDATE volume SET state = ?, reason = ?, decided_by = ?, decided_at = clock_timestamp()
                WHERE id = ? AND state = 'WAITING'
                """, decision, reason.strip(), by, release.id());
        if (decided == 0) {
            throw new RuleViolated("it was released or cancelled already");
        }
        switch (decision) {
            case RELEASED -> held.letGo();
            case CANCELLED -> volumes.follow(List.of(release.cause()));
            case WAITING -> throw new IllegalArgumentException("waiting is no decision");
        }
    }

    List<ReleaseView> find(@Nullable ReleaseState state, @Nullable Position after, int limit) {
        return sql.query(
                SELECT + "(?::text IS NULL OR state = ?) AND (?::timestamptz IS NULL OR (first_at, id) < (?, ?::uuid)) "
                        + "ORDER BY first_at DESC, id DESC LIMIT ?",
                Releases::read,
                state,
                state,
                after == null ? null : after.firstAt(),
                after == null ? null : after.firstAt(),
                after == null ? null : after.id(),
                limit);
    }

    Optional<ReleaseView> find(UUID id) {
        return sql.query(SELECT + "id = ?", Releases::read, id).stream().findFirst();
    }

    private static ReleaseView read(ResultSet row) throws SQLException {
        return new ReleaseView(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                ReleaseState.valueOf(row.getString("state")),
                row.getInt("messages"),
                requireNonNull(Sql.instant(row, "first_at")),
                requireNonNull(Sql.instant(row, "last_at")),
                decision(row));
    }

    private static @Nullable DecisionView decision(ResultSet row) throws SQLException {
        var at = Sql.instant(row, "decided_at");
        return at == null ? null : new DecisionView(at, row.getString("decided_by"), row.getString("reason"));
    }
}
