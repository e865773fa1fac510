package org.moutracker.benchmarks;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 100,000 groups of ten members each and ten meetings each, in the database of working-group-service. Every person sits
 * in five of them. All ids can be computed from a number, so that anybody can be asked for.
 */
record Population(Database database) {

    static final int GROUPS = 100_000;
    static final int PERSONS = 200_000;

    /** An id of a kind of things, such as {@code e0} for groups, and a number. */
    private static final String ID = "('01995778-%s00-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";

    private static final String GROUP_ROWS = """
            INSERT INTO working_group (id, version, name, type, status, agreements, functions, composition, parties,
                members, missing, established_on, first_met_on, last_met_on)
            SELECT %1$s, 3, 'Joint Working Group no. ' || g, 'JOINT_WORKING_GROUP', 'ACTIVE', ARRAY[%2$s], '["SUPERVISE"]',
                '{"minimumPerSide": 1, "coChairPerSide": true, "acceptance": false}',
                '[{"code": "PK", "side": "PK", "zone": "Asia/Karachi"}, {"code": "PS", "side": "PS", "zone": "Asia/Hebron"}]',
                (SELECT jsonb_agg(jsonb_build_object('id', %3$s, 'personId', %4$s, 'party', party, 'side', party,
                        'role', CASE WHEN m < 2 THEN 'CO_CHAIR' ELSE 'MEMBER' END, 'status', 'NOMINATED') ORDER BY m)
                 FROM generate_series(0, 9) AS m, LATERAL (SELECT CASE m %% 2 WHEN 0 THEN 'PK' ELSE 'PS' END AS party) AS of),
                '[]', '2025-10-14', '2025-11-10', '2026-05-10'
            FROM generate_series(0, %5$d) AS g
            """.formatted(
                    ID.formatted("e0", "g"),
                    ID.formatted("a0", "g"),
                    ID.formatted("b0", "g * 10 + m"),
                    ID.formatted("f0", "(g * 10 + m) % " + PERSONS),
                    GROUPS - 1);

    private static final String SEAT_ROWS = """
            INSERT INTO member_seat (person_id, group_id, member_id, party, side, role, status)
            SELECT (member ->> 'personId')::uuid, id, (member ->> 'id')::uuid, member ->> 'party', member ->> 'side',
                   member ->> 'role', member ->> 'status'
            FROM working_group, jsonb_array_elements(members) AS member
            """;

    private static final String PERSON_ROWS = """
            INSERT INTO person (id, mailbox, name, email, language, zone)
            SELECT %s, 'p' || p || '@ministry.example', 'Person ' || p, 'p' || p || '@ministry.example', 'en', 'Asia/Karachi'
            FROM generate_series(0, %d) AS p
            """.formatted(ID.formatted("f0", "p"), PERSONS - 1);

    private static final String MEETING_ROWS = """
            INSERT INTO meeting (id, version, working_group_id, number, kind, title, status, starts_at, ends_at, starts_on,
                zone, place, host, sequence, agenda, invitees, attendance, changed_at)
            SELECT %s, 2, %s, n, 'ORDINARY', 'Meeting ' || n, CASE WHEN n < 10 THEN 'HELD' ELSE 'CONVENED' END, at,
                at + interval '4 hours', at::date, 'Asia/Karachi', 'Islamabad', 'PK', 0, '[]',
                (SELECT jsonb_agg(jsonb_build_object('personId', %s, 'party', 'PK', 'side', 'PK', 'as', 'MEMBER',
                        'answer', 'NEEDS_ACTION')) FROM generate_series(0, 9) AS m), '[]', now()
            FROM generate_series(0, %d) AS g, generate_series(1, 10) AS n,
                LATERAL (SELECT timestamptz '2025-11-10 05:00Z' + (n - 1) * interval '6 months' + g * interval '1 minute' AS at)
                    AS planned
            """.formatted(
                    ID.formatted("d0", "g * 16 + n"),
                    ID.formatted("e0", "g"),
                    ID.formatted("f0", "(g * 10 + m) % " + PERSONS),
                    GROUPS - 1);

    void settle() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var rows : new String[] {PERSON_ROWS, GROUP_ROWS, SEAT_ROWS, MEETING_ROWS}) {
                statement.execute(rows);
            }
            for (var table : new String[] {"person", "working_group", "member_seat", "meeting"}) {
                statement.execute("VACUUM (ANALYZE) " + table);
            }
        }
    }

    static UUID group(int number) {
        return id("e0", number);
    }

    static UUID agreement(int number) {
        return id("a0", number);
    }

    static UUID person(int number) {
        return id("f0", number);
    }

    static int any(int of) {
        return ThreadLocalRandom.current().nextInt(of);
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("01995778-%s00-7000-8000-%012x".formatted(kind, number));
    }
}
