package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** Deadlines in the database of working-group-service: those that have passed in a day of downtime, and later ones. */
record Backlog(Database database) {

    /** Takes the instant, the rule, its explanation, and how many. */
    private static final String ADD = """
            INSERT INTO deadline (id, version, kind, title, agreement_id, working_group_id, commitment_id, status, rule, facts,
                extended, certainty, last_day, due_at, missing, warnings, explanation, calendar_revisions, tzdb,
                schedule_no, scheduled_at, passed, origin, responsible)
            SELECT uuidv7(), 1, 'ESTABLISHMENT', 'Establish the Pakistan–Palestine Health Working Group', uuidv7(), uuidv7(),
                uuidv7(), 'ACTIVE', %2$s, '{"STATEMENT_MADE": "2025-09-17"}', false, 'EXACT', (%1$s)::date, %1$s, '[]',
                '[]', %3$s, '{"PK": 1, "PS": 1}', '2026a', 1, now() - interval '30 days', false,
                '{"commitment": "C-01", "basis": "OFFICIAL_STATEMENT", "clause": null}',
                '[{"party": "PK"}, {"party": "PS"}]'
            FROM generate_series(1, %4$d) AS n
            """;

    private static final String RULE = """
            '{"anchor": {"event": "STATEMENT_MADE"}, "steps": [{"kind": "WITHIN", "period": "P30D"}],
              "calendars": {"mode": "ALL_OPEN", "authorities": ["PK", "PS"]},
              "clock": {"mode": "LATEST", "zones": ["Asia/Karachi", "Asia/Hebron"]}}'""";

    private static final String EXPLANATION = """
            '[{"step": "STATEMENT_MADE", "result": "2025-09-17", "because": "the day of the event is not counted"},
              {"step": "WITHIN P30D", "result": "2025-10-17", "because": "30 days after 2025-09-17"},
              {"step": "CHECK", "result": "2025-10-17",
               "because": "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20"}]'""";

    /** Claim, change, history and event of a batch. */
    private static final String STATEMENT = """
            WITH due AS (
                SELECT id FROM deadline WHERE status = 'ACTIVE' AND NOT passed AND %s LIMIT 500 FOR UPDATE SKIP LOCKED),
            passed AS (
                UPDATE deadline SET passed = true, version = version + 1 FROM due WHERE deadline.id = due.id
                RETURNING deadline.*),
            recorded AS (
                INSERT INTO deadline_change (deadline_id, event, at, from_day, to_day, cause, who)
                SELECT id, 'mou.deadline.passed.v1', now(), last_day, last_day, 'the last day has passed', 'system'
                FROM passed)
            INSERT INTO outbox (id, topic, state_topic, key, type, subject, occurred_at, correlation, payload)
            SELECT id, 'mou.deadlines.v1', 'mou.deadlines.state.v1', subject, 'mou.deadline.passed.v1',
                   'deadlines/' || subject, now(), id::text, convert_to(state, 'UTF8')
            FROM (SELECT uuidv7() AS id, id::text AS subject, json_build_object('id', id, 'kind', kind, 'title', title,
                      'agreementId', agreement_id, 'workingGroupId', working_group_id, 'commitmentId', commitment_id,
                      'status', status, 'rule', rule, 'certainty', certainty, 'lastDay', last_day, 'dueAt', due_at,
                      'scheduleNo', schedule_no, 'scheduledAt', scheduled_at, 'explanation', explanation,
                      'missing', missing, 'origin', origin, 'responsible', responsible, 'metOn', met_on,
                      'version', version, 'change', json_build_object('at', now(), 'from', last_day, 'to', last_day,
                      'cause', 'the last day has passed'))::text AS state FROM passed) AS event
            """;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final long RELAY = 0x6d6f75_6f7574L;

    static final String FIRST = STATEMENT.formatted("due_at <= now() ORDER BY due_at, id");
    static final String ONE = STATEMENT.formatted("id = ?::uuid");

    void empty() throws SQLException {
        execute("TRUNCATE deadline, deadline_change, outbox CASCADE");
    }

    /** Forgets what was done, so that no run pays for the one before. */
    void tidy() throws SQLException {
        execute("TRUNCATE deadline_change, outbox");
        execute("VACUUM (ANALYZE) deadline");
        execute("CHECKPOINT");
    }

    /** They come due in the next years; what is never read of them is short. */
    void addLater(long count) throws SQLException {
        execute(ADD.formatted("now() + interval '1 day' + n * interval '9 seconds'", "'{}'", "'[]'", count));
    }

    /** All become visible at one moment. As deadlines do, very many of them end at the same instant. */
    void addPassed(long count) throws SQLException {
        execute(ADD.formatted("date_trunc('hour', now()) - mod(n, 24) * interval '1 hour'", RULE, EXPLANATION, count));
    }

    long told() throws SQLException {
        return database.ask("SELECT count(*) FROM deadline_change");
    }

    /** In how many transactions that was done. */
    long commits() throws SQLException {
        return database.ask("SELECT count(DISTINCT xmin::text) FROM deadline_change");
    }

    /** Those of which the history or the outbox does not have exactly one row. */
    long lostOrDoubled() throws SQLException {
        return database.ask("""
                SELECT count(*) FROM deadline
                    LEFT JOIN (SELECT deadline_id, count(*) AS rows FROM deadline_change GROUP BY 1) AS change
                        ON deadline_id = deadline.id
                    LEFT JOIN (SELECT key, count(*) AS rows FROM outbox GROUP BY 1) AS event ON key = deadline.id::text
                WHERE due_at <= now() AND (NOT passed OR change.rows IS DISTINCT FROM 1 OR event.rows IS DISTINCT FROM 1)
                """);
    }

    /** By the statement alone; how many it did in a second. */
    double passByStatement() throws Exception {
        try (var connection = database.connect();
                var pass = connection.prepareStatement(FIRST)) {
            connection.setAutoCommit(false);
            return Rate.ofPortions(() -> {
                var passed = pass.executeUpdate();
                connection.commit();
                return passed;
            });
        }
    }

    /** A report that reads what was there when it began, until it is closed. */
    Connection report() throws SQLException {
        var report = database.connect();
        report.setAutoCommit(false);
        report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = report.createStatement()) {
            statement.execute("SELECT count(*) FROM deadline");
        }
        return report;
    }

    /**
     * Keeps all relays from working until it is closed: the engine is measured, and its events are counted where they
     * were written. The lock is the one by which relays take turns; who waits for it gets it before who only looks.
     */
    Connection relayLock() throws SQLException {
        var connection = database.connect();
        try (var lock = connection.createStatement()) {
            lock.execute("SET lock_timeout = '1s'");
            while (true) {
                lock.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
                try {
                    lock.execute("SELECT pg_advisory_lock(%d)".formatted(RELAY));
                    break;
                } catch (SQLException e) {
                    // A relay was there first, and keeps it for as long as it lives.
                    if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
        return connection;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
