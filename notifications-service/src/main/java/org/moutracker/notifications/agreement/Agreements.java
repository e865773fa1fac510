package org.moutracker.notifications.agreement;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The agreements that we have heard of. */
@ApplicationScoped
public class Agreements {

    private final Sql sql;
    private final Json json;

    Agreements(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(List<Agreement> agreements) {
        sql.update(
                """
                INSERT INTO agreement (id, calendars, organizations, state)
                SELECT id, calendars::text[], organizations::uuid[], state::jsonb
                FROM unnest(?, ?, ?, ?) AS heard (id, calendars, organizations, state)
                ON CONFLICT (id) DO UPDATE SET
                    calendars = excluded.calendars, organizations = excluded.organizations, state = excluded.state
                """,
                Column.ids(agreements, Agreement::id),
                Column.texts(agreements, Agreements::calendars),
                Column.texts(agreements, agreement -> agreement.organizations().stream()
                        .map(UUID::toString)
                        .collect(java.util.stream.Collectors.joining(",", "{", "}"))),
                Column.texts(agreements, json::write));
    }

    /** As an array of PostgreSQL; the codes are quoted, whatever they hold. */
    private static String calendars(Agreement agreement) {
        return agreement.parties().stream()
                .map(Agreement.Party::calendar)
                .flatMap(Optional::stream)
                .distinct()
                .map(code -> "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /** Whether an organization is, or was registered as, one behind a party. */
    public boolean isBehindAParty(UUID organization) {
        return !sql.query(
                        "SELECT 1 AS one FROM agreement WHERE organizations @> ? LIMIT 1",
                        row -> row.getInt("one"),
                        Column.ids(List.of(organization)))
                .isEmpty();
    }

    public Map<UUID, Agreement> find(Collection<UUID> ids) {
        return sql
                .query(
                        "SELECT state FROM agreement WHERE id = ANY (?)",
                        row -> json.read(row.getString("state"), Agreement.class),
                        Column.ids(ids))
                .stream()
                .collect(toMap(Agreement::id, agreement -> agreement));
    }
}
