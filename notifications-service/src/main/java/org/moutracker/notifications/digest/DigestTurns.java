package org.moutracker.notifications.digest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.due.DueRows;

/** When people are to get their next digests. */
@ApplicationScoped
class DigestTurns {

    static final DueRows DUE = new DueRows("digest_turn", "recipient_id", "next_at", "next_at IS NOT NULL", "zone");

    private final Sql sql;

    DigestTurns(Sql sql) {
        this.sql = sql;
    }

    /**
     * When somebody's next digest comes.
     *
     * @param nextAt null when none does
     */
    record Turn(UUID recipientId, @Nullable Instant nextAt, ZoneId zone) {}

    /** Keeps when they come. Whoever has to be told of an import, and gets no digest otherwise, is told by then at the latest. */
    void keep(List<Turn> turns, Instant otherwise) {
        sql.update(
                """
                INSERT INTO digest_turn (recipient_id, next_at, zone)
                SELECT recipient_id, coalesce(next_at::timestamptz, CASE WHEN EXISTS (
                           SELECT FROM imported_overdue AS owed
                           WHERE owed.recipient_id = turn.recipient_id AND owed.digest_id IS NULL) THEN ?::timestamptz END),
                       zone
                FROM unnest(?, ?, ?) AS turn (recipient_id, next_at, zone) ORDER BY recipient_id
                ON CONFLICT (recipient_id) DO UPDATE SET next_at = excluded.next_at, zone = excluded.zone
                """,
                otherwise,
                Column.ids(turns, Turn::recipientId),
                Column.texts(turns, Turn::nextAt),
                Column.texts(turns, Turn::zone));
    }

    /** Has these people told by then at the latest, where nothing is to come for them. */
    void atTheLatest(List<Turn> turns) {
        sql.update(
                """
                INSERT INTO digest_turn AS known (recipient_id, next_at, zone)
                SELECT recipient_id, next_at::timestamptz, zone FROM unnest(?, ?, ?) AS turn (recipient_id, next_at, zone)
                ORDER BY recipient_id
                ON CONFLICT (recipient_id) DO UPDATE SET next_at = coalesce(known.next_at, excluded.next_at)
                """,
                Column.ids(turns, Turn::recipientId),
                Column.texts(turns, Turn::nextAt),
                Column.texts(turns, Turn::zone));
    }

    /** By whose clocks the turns of these people were worked out. */
    Map<UUID, ZoneId> zones(Collection<UUID> recipients) {
        return sql
                .query(
                        "SELECT recipient_id, zone FROM digest_turn WHERE recipient_id = ANY (?)",
                        row -> new Turn(
                                row.getObject("recipient_id", UUID.class), null, ZoneId.of(row.getString("zone"))),
                        Column.ids(recipients))
                .stream()
                .collect(toMap(Turn::recipientId, turn -> requireNonNull(turn.zone())));
    }

    void forget(Collection<UUID> recipients) {
        sql.update("DELETE FROM digest_turn WHERE recipient_id = ANY (?)", Column.ids(recipients));
    }
}
