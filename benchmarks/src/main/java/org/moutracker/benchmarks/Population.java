package org.moutracker.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Groups of ten members each and ten meetings each, in the database of working-group-service; every person sits in five of
 * them. Each has an agreement with three commitments, seven deadlines, one of them an action item, two decisions and two
 * groups below a parent in every ten. All ids can be computed from a number, so that anybody can be asked for.
 */
record Population(int groups) {

    static final int USUAL = 100_000;

    /** An id of a kind of things, such as {@code e0} for groups, and a number. */
    private static final String ID = "('01995778-%s00-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";

    private static final String GROUP = ID.formatted("e0", "g");
    private static final String AGREEMENT = ID.formatted("a0", "g");

    private static final List<String> TABLES = List.of(
            "person",
            "agreement",
            "commitment",
            "working_group",
            "member_seat",
            "meeting",
            "deadline",
            "deadline_change",
            "decision",
            "action_item");

    int persons() {
        return 2 * groups;
    }

    void settle(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var rows : List.of(
                    personRows(),
                    agreementRows(),
                    commitmentRows(),
                    groupRows(),
                    seatRows(),
                    meetingRows(),
                    deadlineRows(),
                    changeRows(),
                    decisionRows(),
                    actionRows())) {
                statement.execute(rows);
                connection.commit();
            }
            connection.setAutoCommit(true);
            for (var table : TABLES) {
                statement.execute("VACUUM (ANALYZE) " + table);
            }
        }
    }

    private String groupRows() {
        return """
            INSERT INTO working_group (id, version, name, type, status, agreements, functions, composition, parties,
                members, missing, established_on, first_met_on, last_met_on, parent_id)
            SELECT %1$s, 3, 'Joint Working Group no. ' || g, 'JOINT_WORKING_GROUP', 'ACTIVE', ARRAY[%2$s], '["SUPERVISE"]',
                '{"minimumPerSide": 1, "coChairPerSide": true, "acceptance": false}',
                '[{"code": "PK", "side": "PK", "zone": "Asia/Karachi"}, {"code": "PS", "side": "PS", "zone": "Asia/Hebron"}]',
                (SELECT jsonb_agg(jsonb_build_object('id', %3$s, 'personId', %4$s, 'party', party, 'side', party,
                        'role', CASE WHEN m < 2 THEN 'CO_CHAIR' ELSE 'MEMBER' END, 'status', 'NOMINATED') ORDER BY m)
                 FROM generate_series(0, 9) AS m, LATERAL (SELECT CASE m %% 2 WHEN 0 THEN 'PK' ELSE 'PS' END AS party) AS of),
                '[]', '2025-10-14', '2025-11-10', '2026-05-10',
                CASE WHEN g %% 10 IN (1, 2) THEN %6$s END
            FROM generate_series(0, %5$d) AS g
            """.formatted(
                        GROUP,
                        AGREEMENT,
                        ID.formatted("b0", "g * 10 + m"),
                        ID.formatted("f0", "(g * 10 + m) % " + persons()),
                        groups - 1,
                        ID.formatted("e0", "g - g % 10"));
    }

    private static String seatRows() {
        return """
            INSERT INTO member_seat (person_id, group_id, member_id, party, side, role, status)
            SELECT (member ->> 'personId')::uuid, id, (member ->> 'id')::uuid, member ->> 'party', member ->> 'side',
                   member ->> 'role', member ->> 'status'
            FROM working_group, jsonb_array_elements(members) AS member
            """;
    }

    private String personRows() {
        return """
            INSERT INTO person (id, mailbox, name, email, language, zone)
            SELECT %s, 'p' || p || '@ministry.example', 'Person ' || p, 'p' || p || '@ministry.example', 'en', 'Asia/Karachi'
            FROM generate_series(0, %d) AS p
            """.formatted(ID.formatted("f0", "p"), persons() - 1);
    }

    private String meetingRows() {
        return """
            INSERT INTO meeting (id, version, working_group_id, number, kind, title, status, starts_at, ends_at, starts_on,
                held_on, zone, place, host, sequence, agenda, invitees, attendance, changed_at)
            SELECT %s, 2, %s, n, 'ORDINARY', 'Meeting ' || n, CASE WHEN n < 10 THEN 'HELD' ELSE 'CONVENED' END, at,
                at + interval '4 hours', at::date, CASE WHEN n < 10 THEN at::date END, 'Asia/Karachi', 'Islamabad', 'PK', 0,
                '[]',
                (SELECT jsonb_agg(jsonb_build_object('personId', %s, 'party', 'PK', 'side', 'PK', 'as', 'MEMBER',
                        'answer', 'NEEDS_ACTION')) FROM generate_series(0, 9) AS m), '[]', now()
            FROM generate_series(0, %d) AS g, generate_series(1, 10) AS n,
                LATERAL (SELECT timestamptz '2025-11-10 05:00Z' + (n - 1) * interval '1 month' + g * interval '1 minute' AS at)
                    AS planned
            """.formatted(
                ID.formatted("d0", "g * 16 + n"), GROUP, ID.formatted("f0", "(g * 10 + m) % " + persons()), groups - 1);
    }

    private String agreementRows() {
        return """
            INSERT INTO agreement (id, known, reference, title, parties)
            SELECT %s, true, 'PK-PS-' || g, '{"en": "Memorandum of Understanding on health cooperation"}',
                '[{"code": "PK", "side": "PK", "zone": "Asia/Karachi"}, {"code": "PS", "side": "PS", "zone": "Asia/Hebron"}]'
            FROM generate_series(0, %d) AS g
            """.formatted(AGREEMENT, groups - 1);
    }

    private String commitmentRows() {
        return """
            INSERT INTO commitment (id, agreement_id, code, title, kind, status, obligors)
            SELECT %s, %s, 'C-0' || n, 'Train so many nurses and technicians in year ' || n, 'TRAINING',
                CASE n WHEN 1 THEN 'FULFILLED' ELSE 'OPEN' END, '[]'
            FROM generate_series(0, %d) AS g, generate_series(1, 3) AS n
            """.formatted(ID.formatted("c0", "g * 4 + n"), AGREEMENT, groups - 1);
    }

    /** Of seven, two were met, one of them late; two are overdue, and the last is what somebody took on. */
    private String deadlineRows() {
        return """
            INSERT INTO deadline (id, version, kind, title, agreement_id, working_group_id, status, rule, facts, extended,
                certainty, last_day, due_at, missing, warnings, explanation, calendar_revisions, tzdb, schedule_no,
                scheduled_at, passed, origin, responsible, met_on)
            SELECT %s, 1, CASE n WHEN 3 THEN 'MEETING' WHEN 7 THEN 'ACTION' ELSE 'DELIVERY' END,
                'Deliver what was promised in part ' || n, %s, %s, CASE WHEN n < 3 THEN 'MET' ELSE 'ACTIVE' END, '{}', '{}',
                false, 'EXACT', due, due + interval '1 day', '[]', '[]', '[]', '{}', '2026a', 1, now(), n < 5, '{}',
                CASE n WHEN 7 THEN jsonb_build_array(jsonb_build_object('party', 'PK', 'personId', %s))
                     ELSE '[{"party": "PK"}, {"party": "PS"}]' END,
                CASE n WHEN 1 THEN due - 1 WHEN 2 THEN due + 1 END
            FROM generate_series(0, %d) AS g, generate_series(1, 7) AS n,
                LATERAL (SELECT CASE WHEN n < 5 THEN current_date - 40 + 7 * n ELSE current_date + 20 * n + g %% 100 END AS due)
                    AS planned
            """.formatted(
                        ID.formatted("90", "g * 8 + n"),
                        AGREEMENT,
                        GROUP,
                        ID.formatted("f0", "(g * 10) % " + persons()),
                        groups - 1);
    }

    private static String changeRows() {
        return """
            INSERT INTO deadline_change (deadline_id, event, at, from_day, to_day, cause, who)
            SELECT id, event, now() - interval '50 days', CASE WHEN event LIKE '%moved%' THEN last_day - 7 END, last_day, '',
                   'system'
            FROM deadline, unnest(ARRAY['mou.deadline.opened.v1', 'mou.deadline.moved.v1']) AS event
            """;
    }

    private String decisionRows() {
        return """
            INSERT INTO decision (id, version, working_group_id, agreements, year, serial, decided_on, title, text,
                translations, rule, positions, status, effects)
            SELECT %s, 1, %s, ARRAY[%s], 2025, n, date '2025-11-10' + n, 'Decision ' || n, 'The group decides so.', '{}',
                'CONSENSUS', '[]', 'ADOPTED', '[]'
            FROM generate_series(0, %d) AS g, generate_series(1, 2) AS n
            """.formatted(ID.formatted("80", "g * 4 + n"), GROUP, AGREEMENT, groups - 1);
    }

    private String actionRows() {
        return """
            INSERT INTO action_item (id, version, working_group_id, decision_id, number, deadline_id, title, party, person_id,
                due)
            SELECT %s, 1, %s, %s, 'D-2025-01', %s, 'Deliver what was promised in part 7', 'PK', %s, '{}'
            FROM generate_series(0, %d) AS g
            """.formatted(
                        ID.formatted("70", "g"),
                        GROUP,
                        ID.formatted("80", "g * 4 + 1"),
                        ID.formatted("90", "g * 8 + 7"),
                        ID.formatted("f0", "(g * 10) % " + persons()),
                        groups - 1);
    }

    UUID anyGroup() {
        return group(any(groups));
    }

    UUID group(int number) {
        return id("e0", number);
    }

    UUID anyAgreement() {
        return id("a0", any(groups));
    }

    UUID anyPerson() {
        return id("f0", any(persons()));
    }

    static int any(int of) {
        return ThreadLocalRandom.current().nextInt(of);
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("01995778-%s00-7000-8000-%012x".formatted(kind, number));
    }
}
