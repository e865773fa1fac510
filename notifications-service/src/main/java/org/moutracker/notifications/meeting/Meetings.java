package org.moutracker.notifications.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The meetings that we have heard of. */
@ApplicationScoped
public class Meetings {

    private final Sql sql;
    private final Json json;

    Meetings(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(List<Meeting> meetings) {
        sql.update(
                """
                INSERT INTO meeting (id, working_group_id, state)
                SELECT id, working_group_id, state::jsonb FROM unnest(?, ?, ?) AS heard (id, working_group_id, state)
                ON CONFLICT (id) DO UPDATE SET working_group_id = excluded.working_group_id, state = excluded.state
                """,
                Column.ids(meetings, Meeting::id),
                Column.ids(meetings, Meeting::workingGroupId),
                Column.texts(meetings, json::write));
    }

    /** Those to which one of these people is or was invited, and of which there may still be something to tell. */
    public List<Meeting> with(Collection<UUID> people) {
        return sql.query("""
                SELECT state FROM meeting WHERE id IN (SELECT meeting_id FROM invitation WHERE person_id = ANY (?))
                  AND state ->> 'status' NOT IN ('HELD', 'MINUTES_AGREED', 'MINUTES_DISPUTED')
                """, row -> json.read(row.getString("state"), Meeting.class), Column.ids(people));
    }

    /** Those of these groups of which somebody is still to be told. */
    public List<Meeting> openOf(Collection<UUID> groups) {
        return sql.query("""
                SELECT state FROM meeting
                WHERE working_group_id = ANY (?) AND state ->> 'status' IN ('CONVENED', 'MINUTES_CIRCULATED')
                """, row -> json.read(row.getString("state"), Meeting.class), Column.ids(groups));
    }
}
