package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Recomputed deadlines written as working-group-service does it, by its statements alone.
 *
 * @param moved how much of a page has moved, and so has a line of history and an event
 */
record Rescheduling(Connection connection, Sample sample, double moved) {
    private static final int PAGE = 500;

    private static final String UPDATE = """
            UPDATE deadline SET status = 'ACTIVE', certainty = 'EXACT', last_day = next.last_day::date,
                due_at = next.due_at::timestamptz, missing = '[]', warnings = '[]', explanation = next.explanation::jsonb,
                calendar_revisions = next.calendar_revisions::jsonb, counted_from = next.counted_from::date,
                counted_to = next.counted_to::date, schedule_no = schedule_no + 1, scheduled_at = now(), passed = false,
                version = version + 1
            FROM unnest(?, ?, ?, ?, ?, ?, ?)
                AS next (id, last_day, due_at, explanation, calendar_revisions, counted_from, counted_to)
            WHERE deadline.id = next.id
            """;

    private static final String RECORD = """
            INSERT INTO deadline_change (deadline_id, event, at, from_day, to_day, cause, who)
            SELECT id, 'mou.deadline.rescheduled.v1', now(), current_date, current_date,
                   'calendar BENCH, revision 2 of 2026-11-27 (source: a benchmark): 2041-02-05 is closed (Mourning)', 'bench'
            FROM unnest(?) AS moved (id)
            """;

    private static final String TELL = """
            INSERT INTO outbox (id, topic, state_topic, key, type, subject, occurred_at, correlation, causation, payload)
            SELECT event_id, 'mou.deadlines.v1', 'mou.deadlines.state.v1', id::text, 'mou.deadline.rescheduled.v1',
                   'deadlines/' || id, now(), event_id::text, event_id::text, convert_to(content, 'UTF8')
            FROM unnest(?, ?, ?) AS moved (event_id, id, content)
            """;

    /** A page of deadlines as they are stored, by column. */
    record Page(List<UUID> ids, List<List<String>> columns) {}

    static List<Page> pages(Connection connection) throws SQLException {
        var pages = new ArrayList<Page>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT id, last_day::text, due_at::text, explanation::text, calendar_revisions::text,
                               counted_from::text, counted_to::text
                        FROM deadline ORDER BY id
                        """)) {
            while (row.next()) {
                if (pages.isEmpty() || pages.getLast().ids().size() == PAGE) {
                    pages.add(empty());
                }
                var page = pages.getLast();
                page.ids().add(row.getObject(1, UUID.class));
                for (var i = 0; i < page.columns().size(); i++) {
                    page.columns().get(i).add(row.getString(i + 2));
                }
            }
        }
        return pages;
    }

    private static Page empty() {
        var columns = new ArrayList<List<String>>();
        for (var i = 0; i < 6; i++) {
            columns.add(new ArrayList<>());
        }
        return new Page(new ArrayList<>(), columns);
    }

    void write(Page page) throws SQLException {
        var all = new Columns().ids(page.ids());
        page.columns().forEach(all::texts);
        all.execute(connection, UPDATE);
        var told = page.ids().subList(0, (int) Math.round(moved * page.ids().size()));
        new Columns().ids(told).execute(connection, RECORD);
        new Columns()
                .ids(told.stream().map(id -> UUID.randomUUID()).toList())
                .ids(told)
                .texts(told.stream().map(sample::dataOf).toList())
                .execute(connection, TELL);
        connection.commit();
    }
}
