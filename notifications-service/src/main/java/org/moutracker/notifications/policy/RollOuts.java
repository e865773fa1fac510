package org.moutracker.notifications.policy;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** How far changes of policies have come among the deadlines that they may concern. */
@ApplicationScoped
public class RollOuts {

    // Deadlines in one transaction: as many as are fired at once.
    private static final int PORTION = 500;

    /** A change that is not everywhere yet. */
    public record RollOut(
            UUID policyId, Scope scope, @Nullable UUID reached) {}

    /**
     * The next deadlines that a change may concern.
     *
     * @param looked how many were looked through for them
     * @param reached the last of these; null when there are none left
     */
    public record Portion(
            List<Deadline> deadlines, int looked, @Nullable UUID reached) {}

    private final Sql sql;
    private final Json json;

    RollOuts(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Begins from the first deadline, also when an earlier change was under way: that one is overtaken. */
    void begin(Policy policy) {
        sql.update(
                """
                INSERT INTO policy_roll_out (policy_id, scope, scope_id, kind) VALUES (?, ?, ?, ?)
                ON CONFLICT (policy_id) DO UPDATE SET
                    reached = NULL, looked_at = 0, changed = 0, begun_at = clock_timestamp(), finished_at = NULL
                """,
                policy.id(),
                policy.scope().type(),
                policy.scope().id(),
                policy.scope().kind());
    }

    /** One that nobody else is at. */
    public Optional<RollOut> claim() {
        return sql.query("""
                        SELECT policy_id, scope, scope_id, kind, reached FROM policy_roll_out
                        WHERE finished_at IS NULL ORDER BY begun_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """, RollOuts::read).stream().findFirst();
    }

    private static RollOut read(ResultSet row) throws SQLException {
        return new RollOut(
                row.getObject("policy_id", UUID.class),
                new Scope(
                        ScopeType.valueOf(row.getString("scope")),
                        row.getObject("scope_id", UUID.class),
                        row.getString("kind")),
                row.getObject("reached", UUID.class));
    }

    /** Goes on in the order of ids. Of a kind all deadlines are looked through, bit by bit: no index is kept for that alone. */
    public Portion next(RollOut rollOut) {
        var scope = rollOut.scope();
        var after = rollOut.reached() == null ? new UUID(0, 0) : rollOut.reached();
        var found = scope.type() == ScopeType.KIND
                ? sql.query(
                        "SELECT state FROM deadline WHERE id > ? ORDER BY id LIMIT ?", this::deadline, after, PORTION)
                : sql.query(
                        "SELECT state FROM deadline WHERE %s = ? AND id > ? ORDER BY id LIMIT ?"
                                .formatted(scope.column()),
                        this::deadline,
                        scope.id(),
                        after,
                        PORTION);
        return new Portion(
                found.stream().filter(scope::concerns).toList(),
                found.size(),
                found.size() < PORTION ? null : found.getLast().id());
    }

    private Deadline deadline(ResultSet row) throws SQLException {
        return requireNonNull(json.read(row.getString("state"), Deadline.class));
    }

    /** Notes how far it has come; without a deadline that was reached it is done. */
    public void reach(RollOut rollOut, Portion portion, int changed) {
        sql.update("""
                UPDATE policy_roll_out SET
                    reached = ?, looked_at = looked_at + ?, changed = changed + ?,
                    finished_at = CASE WHEN ?::uuid IS NULL THEN clock_timestamp() END
                WHERE policy_id = ?
                """, portion.reached(), portion.looked(), changed, portion.reached(), rollOut.policyId());
        sql.update("""
                DELETE FROM policy_roll_out WHERE policy_id = ? AND finished_at IS NOT NULL
                AND NOT EXISTS (SELECT FROM alert_policy WHERE alert_policy.id = policy_id)
                """, rollOut.policyId());
    }
}
