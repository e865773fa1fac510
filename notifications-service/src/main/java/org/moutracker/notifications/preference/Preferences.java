package org.moutracker.notifications.preference;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.recipient.PeopleChanged;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** What everybody prefers who has said something, and the history of it. */
@ApplicationScoped
public class Preferences {

    private final Sql sql;
    private final Json json;

    Preferences(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    public Prefers of(Collection<UUID> recipients) {
        return of(recipients, "");
    }

    /**
     * As it is and stays until this transaction ends: whoever lets a message wait by it must not do so by what somebody
     * changes meanwhile, for then nobody would look at that message again.
     */
    public Prefers hold(Collection<UUID> recipients) {
        return of(recipients, " FOR SHARE OF preference");
    }

    private Prefers of(Collection<UUID> recipients, String lock) {
        if (recipients.isEmpty()) {
            return new Prefers(Map.of());
        }
        return new Prefers(sql.query("""
                        SELECT preference.recipient_id, version, wishes, next_at
                        FROM preference LEFT JOIN digest_turn ON digest_turn.recipient_id = preference.recipient_id
                        WHERE preference.recipient_id = ANY (?)
                        """ + lock, this::read, Column.ids(recipients)).stream()
                .collect(toMap(Preference::recipientId, preference -> preference)));
    }

    private Preference read(ResultSet row) throws SQLException {
        return new Preference(
                row.getObject("recipient_id", UUID.class),
                row.getLong("version"),
                json.read(row.getString("wishes"), Wishes.class),
                Sql.instant(row, "next_at"));
    }

    /**
     * Held until the transaction ends, and before it what goes by it, in the order of all others who write to him; empty for
     * somebody who is not known, or is erased.
     */
    Optional<Preference> lock(UUID recipient) {
        return person(recipient).map(known -> {
            sql.query("SELECT FROM digest_turn WHERE recipient_id = ? FOR UPDATE", row -> true, known);
            sql.query("SELECT FROM delivery WHERE waits_for = ? ORDER BY id FOR UPDATE", row -> true, known);
            return of(List.of(known)).of(known);
        });
    }

    private Optional<UUID> person(UUID recipient) {
        return sql
                .query(
                        "SELECT id FROM recipient WHERE id = ? FOR UPDATE",
                        row -> row.getObject("id", UUID.class),
                        recipient)
                .stream()
                .findFirst();
    }

    void keep(Preference since, Change.How how, @Nullable String by, Instant now) {
        var wishes = json.write(since.wishes());
        sql.update("""
                INSERT INTO preference (recipient_id, version, changed_at, wishes) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT (recipient_id) DO UPDATE SET
                    version = excluded.version, changed_at = excluded.changed_at, wishes = excluded.wishes
                """, since.recipientId(), since.version(), now, wishes);
        sql.update("""
                INSERT INTO preference_history (recipient_id, version, at, how, by, wishes) VALUES (?, ?, ?, ?, ?, ?::jsonb)
                """, since.recipientId(), since.version(), now, how, by, wishes);
    }

    /** What was changed, newest first. */
    List<Change> history(UUID recipient, long before, int limit) {
        return sql.query(
                """
                SELECT * FROM preference_history WHERE recipient_id = ? AND id < ? ORDER BY id DESC LIMIT ?
                """,
                row -> Change.read(row, json.read(row.getString("wishes"), Wishes.class)),
                recipient,
                before,
                limit);
    }

    /** Of those who are erased nothing is kept but the history, which names nobody. */
    void on(@Observes PeopleChanged people) {
        sql.update("""
                DELETE FROM preference WHERE recipient_id = ANY (?)
                  AND NOT EXISTS (SELECT FROM recipient WHERE recipient.id = preference.recipient_id)
                """, Column.ids(people.ids()));
    }
}
