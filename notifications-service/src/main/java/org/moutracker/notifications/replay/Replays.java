package org.moutracker.notifications.replay;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.paging.Cursor;

/** The replays that were ordered, and what they have made due. */
@ApplicationScoped
class Replays {

    /** The place of a replay in the list. */
    record Position(Instant orderedAt, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(ReplayView replay) {
            return Cursor.of(replay.orderedAt(), replay.id());
        }
    }

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SELECT = """
            SELECT replay.*, (SELECT count(*) FROM replayed WHERE replay_id = replay.id) AS replayed FROM replay
            """;

    private final Sql sql;
    private final Json json;

    Replays(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    int matching(ReplaySelector selector) {
        var where = selector.conditions();
        return sql.query(
                        "SELECT count(*) AS matched FROM delivery WHERE " + where.sql(),
                        row -> row.getInt("matched"),
                        where.values().toArray())
                .getFirst();
    }

    UUID order(NewReplay replay, String by) {
        var id = Ids.next();
        sql.update(
                "INSERT INTO replay (id, selector, reason, ordered_by, matched) VALUES (?, ?::jsonb, ?, ?, ?)",
                id,
                json.write(replay.selector()),
                replay.reason().strip(),
                by,
                matching(replay.selector()));
        return id;
    }

    /**
     * An order that is not finished.
     *
     * @param reached the last message that was looked at; null at the beginning
     */
    record Open(
            UUID id,
            ReplaySelector selector,
            Instant orderedAt,
            @Nullable UUID reached) {}

    /** The oldest that nobody else works on. */
    Optional<Open> claim() {
        return sql
                .query(
                        """
                        SELECT id, selector, ordered_at, reached FROM replay WHERE finished_at IS NULL
                        ORDER BY ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """,
                        row -> new Open(
                                row.getObject("id", UUID.class),
                                json.read(row.getString("selector"), ReplaySelector.class),
                                requireNonNull(Sql.instant(row, "ordered_at")),
                                row.getObject("reached", UUID.class)))
                .stream()
                .findFirst();
    }

    /**
     * Makes the next portion due, each message once: whoever claims one sees whether it is still true, held or suppressed.
     *
     * @return the last of the portion; empty when none is left
     */
    Optional<UUID> replay(Open replay, int portion) {
        var where = replay.selector()
                .conditions()
                .and("delivery.created_at <= ?", replay.orderedAt())
                .and("delivery.id > ?", Optional.ofNullable(replay.reached()).orElse(BEFORE_ALL));
        where.values().add(portion);
        where.values().add(replay.id());
        return sql
                .query(
                        """
                        WITH portion AS (
                            SELECT id FROM delivery WHERE %s ORDER BY id LIMIT ? FOR UPDATE),
                        again AS (
                            UPDATE delivery SET
                                state = CASE WHEN state = 'CLOSED' THEN 'RETRY_WAIT' ELSE state END,
                                closed_because = NULL, deferrals = 0, next_attempt_at = clock_timestamp()
                            FROM portion WHERE delivery.id = portion.id RETURNING delivery.id),
                        noted AS (INSERT INTO replayed (replay_id, delivery_id) SELECT ?::uuid, id FROM again)
                        SELECT id FROM portion ORDER BY id
                        """.formatted(where.sql()),
                        row -> row.getObject("id", UUID.class),
                        where.values().toArray())
                .stream()
                .reduce((first, second) -> second);
    }

    void goOn(Open replay, UUID reached) {
        sql.update("UPDATE replay SET reached = ? WHERE id = ?", reached, replay.id());
    }

    void finish(Open replay) {
        sql.update("UPDATE replay SET finished_at = clock_timestamp() WHERE id = ?", replay.id());
    }

    List<ReplayView> find(@Nullable Position after, int limit) {
        return sql.query(
                SELECT + "WHERE ?::timestamptz IS NULL OR (ordered_at, id) < (?, ?::uuid) "
                        + "ORDER BY ordered_at DESC, id DESC LIMIT ?",
                this::read,
                after == null ? null : after.orderedAt(),
                after == null ? null : after.orderedAt(),
                after == null ? null : after.id(),
                limit);
    }

    Optional<ReplayView> find(UUID id) {
        return sql.query(SELECT + "WHERE id = ?", this::read, id).stream().findFirst();
    }

    private ReplayView read(ResultSet row) throws SQLException {
        return new ReplayView(
                row.getObject("id", UUID.class),
                json.read(row.getString("selector"), ReplaySelector.class),
                row.getString("reason"),
                requireNonNull(Sql.instant(row, "ordered_at")),
                row.getString("ordered_by"),
                row.getInt("matched"),
                row.getInt("replayed"),
                Sql.instant(row, "finished_at"));
    }
}
