package org.moutracker.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A group, in the database of notifications-service, all of whose members are told of its deadlines.
 *
 * @param group its id
 * @param people how many they are, in all four languages
 * @param mailed whether they have addresses, of twenty domains
 */
record Readers(String group, int people, boolean mailed) {

    void nominate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO working_group (id, name, missing)
                    VALUES ('%s', 'Pakistan–Palestine Health Working Group', '[]')
                    """.formatted(group));
            statement.execute("""
                    WITH people AS (
                        INSERT INTO recipient (id, name, language, zone, email, verified_at, verified_how)
                        SELECT uuidv7(), 'Member ' || number || ' of the group',
                            (ARRAY['en', 'ur', 'ar', 'zh'])[1 + number %% 4],
                            (ARRAY['Asia/Karachi', 'Asia/Hebron'])[1 + number %% 2],
                            CASE WHEN mailed THEN 'member' || number || '@d' || number %% 20 || '.example' END,
                            CASE WHEN mailed THEN now() END, CASE WHEN mailed THEN 'VOUCHED' END
                        FROM generate_series(1, %d) AS number, (VALUES (%b)) AS with_address (mailed) RETURNING id)
                    INSERT INTO member (id, group_id, person_id, party, side, role, since)
                    SELECT uuidv7(), '%s', id, 'PK', 'PK', 'MEMBER', '2025-01-01T00:00:00Z' FROM people
                    """.formatted(people, mailed, group));
        }
    }
}
