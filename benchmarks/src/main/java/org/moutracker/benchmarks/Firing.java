package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The firing of due plans as notifications-service does it, by its statements alone.
 *
 * @param mailed whether each alert gets a message that waits to be sent
 */
record Firing(Connection connection, String content, boolean mailed) {
    private static final int BATCH = 500;

    private static final String CLAIM = """
            SELECT deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at, policy, told_since
            FROM plan WHERE active AND next_fire_at <= now() ORDER BY next_fire_at, deadline_id LIMIT %d FOR UPDATE SKIP LOCKED
            """.formatted(BATCH);

    private static final String TOLD = """
            SELECT deadline_id, recipient_id, max(step) FROM alert WHERE deadline_id = ANY (?)
            GROUP BY deadline_id, recipient_id
            """;

    private static final String FIRE = """
            INSERT INTO alert (id, deadline_id, plan_no, step, level, recipient_id, party, role, zone, state, fire_at,
                               fired_at, repeats, content)
            SELECT id, deadline_id, 1, -14, 'REMINDER', recipient_id, 'PK', 'MEMBER', 'UTC', 'ACTIVE', now(), now(), false,
                   content::jsonb
            FROM unnest(?, ?, ?, ?) AS fires (id, deadline_id, recipient_id, content)
            ON CONFLICT DO NOTHING RETURNING id
            """;

    private static final String OPEN = """
            INSERT INTO delivery (id, alert_id, channel, state, next_attempt_at)
            SELECT id, alert_id, 'MAIL', 'PENDING', clock_timestamp() FROM unnest(?, ?) AS opened (id, alert_id)
            ON CONFLICT (alert_id, channel, round) DO NOTHING
            """;

    private static final String TELL = """
            INSERT INTO outbox (id, topic, key, type, subject, occurred_at, correlation, payload)
            SELECT id, 'mou.alerts.v1', id::text, 'mou.alert.fired.v1', 'alerts/' || id, now(), id::text,
                   convert_to(content, 'UTF8')
            FROM unnest(?, ?) AS fires (id, content)
            """;

    private static final String REST = """
            UPDATE plan SET next_fire_at = looked.next_fire_at::timestamptz, untold_at = NULL, untold_step = NULL
            FROM unnest(?, ?) AS looked (deadline_id, next_fire_at) WHERE plan.deadline_id = looked.deadline_id
            """;

    /** How many plans it has fired; none when nothing is due. */
    int round() throws SQLException {
        var plans = claim();
        if (plans.isEmpty()) {
            return 0;
        }
        var ids = plans.stream().map(plan -> UUID.randomUUID()).toList();
        var contents = plans.stream().map(plan -> content).toList();
        new Columns().ids(plans).execute(connection, TOLD);
        new Columns().ids(ids).ids(plans).ids(ids).texts(contents).execute(connection, FIRE);
        if (mailed) {
            new Columns().ids(ids).ids(ids).execute(connection, OPEN);
        }
        new Columns().ids(ids).texts(contents).execute(connection, TELL);
        new Columns()
                .ids(plans)
                .texts(plans.stream().map(plan -> "2099-01-01T00:00:00Z").toList())
                .execute(connection, REST);
        connection.commit();
        return plans.size();
    }

    private List<UUID> claim() throws SQLException {
        try (var statement = connection.createStatement();
                var due = statement.executeQuery(CLAIM)) {
            var plans = new ArrayList<UUID>();
            while (due.next()) {
                plans.add(due.getObject("deadline_id", UUID.class));
            }
            return plans;
        }
    }
}
