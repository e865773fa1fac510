package org.moutracker.notifications.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.moutracker.notifications.digest.DigestTurns.Turn;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/**
 * Deadlines that were over when an import brought them: nothing is sent of each, and whoever answers for them as an officer
 * hears of all of them in one digest, also if he has wished for none.
 */
@ApplicationScoped
public class ImportedOverdue {

    private final Sql sql;
    private final DigestTurns turns;
    private final Duration gathering;

    ImportedOverdue(
            Sql sql, DigestTurns turns, @ConfigProperty(name = "mou.digests.import-gathering") Duration gathering) {
        this.sql = sql;
        this.turns = turns;
        this.gathering = gathering;
    }

    /** A deadline of which an officer has to hear. */
    public record Owed(UUID recipientId, UUID deadlineId, ZoneId zone) {}

    /** Has each told once: with his next digest, or otherwise when an import has had the time to bring the rest. */
    public void owe(List<Owed> owed, Instant now) {
        if (owed.isEmpty()) {
            return;
        }
        var added = sql.query(
                """
                INSERT INTO imported_overdue (recipient_id, deadline_id)
                SELECT recipient_id, deadline_id FROM unnest(?, ?) AS owed (recipient_id, deadline_id)
                ORDER BY recipient_id, deadline_id ON CONFLICT DO NOTHING RETURNING recipient_id
                """,
                row -> row.getObject("recipient_id", UUID.class),
                Column.ids(owed, Owed::recipientId),
                Column.ids(owed, Owed::deadlineId));
        var zones = owed.stream().collect(toMap(Owed::recipientId, Owed::zone, (one, other) -> one));
        turns.atTheLatest(added.stream()
                .distinct()
                .map(recipient ->
                        new Turn(recipient, now.plus(gathering), zones.getOrDefault(recipient, ZoneId.of("UTC"))))
                .toList());
    }

    private record Row(UUID recipientId, UUID deadlineId) {}

    /** Those that are owed, or were told by digests that never left, and are open still; the nearest day first. */
    Map<UUID, List<UUID>> owed(Collection<UUID> recipients, Collection<UUID> takenBack) {
        return sql
                .query(
                        """
                        SELECT owed.recipient_id, owed.deadline_id
                        FROM imported_overdue AS owed
                        JOIN deadline ON deadline.id = owed.deadline_id JOIN plan ON plan.deadline_id = deadline.id
                        WHERE owed.recipient_id = ANY (?) AND (owed.digest_id IS NULL OR owed.digest_id = ANY (?))
                          AND deadline.status = 'ACTIVE' AND plan.active
                          AND (deadline.state ->> 'dueAt')::timestamptz
                              <= (deadline.state -> 'origin' ->> 'importedAt')::timestamptz
                          AND NOT EXISTS (SELECT FROM standing_hold WHERE standing_hold.agreement_id = deadline.agreement_id)
                        ORDER BY deadline.state ->> 'lastDay', deadline.id
                        """,
                        row -> new Row(
                                row.getObject("recipient_id", UUID.class), row.getObject("deadline_id", UUID.class)),
                        Column.ids(recipients),
                        Column.ids(takenBack))
                .stream()
                .collect(groupingBy(Row::recipientId, mapping(Row::deadlineId, toList())));
    }

    /** A deadline of which a digest has told somebody. */
    record Told(UUID recipientId, UUID deadlineId, UUID digestId) {}

    void told(List<Told> told) {
        sql.update(
                """
                UPDATE imported_overdue SET digest_id = told.digest_id
                FROM unnest(?, ?, ?) AS told (recipient_id, deadline_id, digest_id)
                WHERE imported_overdue.recipient_id = told.recipient_id
                  AND imported_overdue.deadline_id = told.deadline_id
                """,
                Column.ids(told, Told::recipientId),
                Column.ids(told, Told::deadlineId),
                Column.ids(told, Told::digestId));
    }
}
