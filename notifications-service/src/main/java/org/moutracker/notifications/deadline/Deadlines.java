package org.moutracker.notifications.deadline;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The deadlines that we have heard of. */
@ApplicationScoped
public class Deadlines {

    private final Sql sql;
    private final Json json;

    Deadlines(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(List<Deadline> deadlines) {
        sql.update(
                """
                INSERT INTO deadline (id, agreement_id, working_group_id, status, state)
                SELECT id, agreement_id, working_group_id, status, state::jsonb
                FROM unnest(?, ?, ?, ?, ?) AS heard (id, agreement_id, working_group_id, status, state)
                ON CONFLICT (id) DO UPDATE SET
                    agreement_id = excluded.agreement_id, working_group_id = excluded.working_group_id,
                    status = excluded.status, state = excluded.state
                """,
                Column.ids(deadlines, Deadline::id),
                Column.ids(deadlines, Deadline::agreementId),
                Column.ids(deadlines, Deadline::workingGroupId),
                Column.texts(deadlines, Deadline::status),
                Column.texts(deadlines, json::write));
    }

    public Map<UUID, Deadline> find(Collection<UUID> ids) {
        return sql
                .query(
                        "SELECT state FROM deadline WHERE id = ANY (?)",
                        row -> json.read(row.getString("state"), Deadline.class),
                        Column.ids(ids))
                .stream()
                .collect(toMap(Deadline::id, deadline -> deadline));
    }
}
