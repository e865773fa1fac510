package org.moutracker.notifications.calendar;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.timerules.WorkingCalendar;

/** The calendars that we have heard of. */
@ApplicationScoped
public class Calendars {

    private final Sql sql;
    private final Json json;

    Calendars(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(List<Calendar> calendars) {
        sql.update("""
                INSERT INTO calendar (authority, state)
                SELECT authority, state::jsonb FROM unnest(?, ?) AS heard (authority, state)
                ON CONFLICT (authority) DO UPDATE SET state = excluded.state
                """, Column.texts(calendars, Calendar::authority), Column.texts(calendars, json::write));
    }

    public Map<String, WorkingCalendar> find(Collection<String> authorities) {
        return sql
                .query(
                        "SELECT state FROM calendar WHERE authority = ANY (?)",
                        row -> json.read(row.getString("state"), Calendar.class).asWorkingCalendar(),
                        Column.texts(authorities))
                .stream()
                .collect(toMap(WorkingCalendar::authority, calendar -> calendar));
    }
}
