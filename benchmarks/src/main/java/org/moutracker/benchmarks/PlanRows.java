package org.moutracker.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Deadlines and their plans, written straight into the database of notifications-service.
 *
 * @param sample what is known of each deadline
 * @param group whose they are
 */
record PlanRows(Sample sample, String group) {

    /** When a plan is due that nobody lives to see. */
    static final String LATER = "2099-01-01";

    private static final String ID = "('00000000-0000-7000-8000-' || lpad(to_hex(position), 12, '0'))";

    /** Of deadlines of which a step has come by now. */
    static PlanRows of(Product product, String group) throws IOException {
        return new PlanRows(Claim.sample(product).with("workingGroupId", group), group);
    }

    /** All become visible to the engine at one moment, with the commit. */
    void addDue(Connection connection, int first, int plans) throws SQLException {
        add(connection, sample.data(), first, plans, "epoch");
    }

    void addLater(Connection connection, int first, int plans) throws SQLException {
        add(connection, sample.data(), first, plans, LATER);
    }

    /** What is never read of them is short. */
    void addShort(Connection connection, int first, int plans) throws SQLException {
        add(connection, "{}", first, plans, LATER);
    }

    private void add(Connection connection, String state, int first, int plans, String dueAt) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                INSERT INTO deadline (id, working_group_id, status, state)
                SELECT %1$s::uuid, ?::uuid, 'ACTIVE', replace(?, ?, %1$s)::jsonb FROM generate_series(?, ?) AS position
                """.formatted(ID))) {
            insert.setString(1, group);
            insert.setString(2, state);
            insert.setString(3, sample.id());
            insert.setInt(4, first);
            insert.setInt(5, first + plans - 1);
            insert.executeUpdate();
        }
        addPlans(connection, first, plans, dueAt);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The plans alone, also where there are no deadlines. */
    static void addPlans(Connection connection, int first, int plans, String dueAt) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at)
                SELECT %s::uuid, 1, 1, true, '{-14,-7,-3,-1,0,1,7,14,21,28,35}', now() - interval '20 days', true,
                       ?::timestamptz
                FROM generate_series(?, ?) AS position
                """.formatted(ID))) {
            insert.setString(1, dueAt);
            insert.setInt(2, first);
            insert.setInt(3, first + plans - 1);
            insert.executeUpdate();
        }
    }
}
