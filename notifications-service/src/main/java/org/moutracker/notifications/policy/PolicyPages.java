package org.moutracker.notifications.policy;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.policy.PolicyView.RollOutView;
import org.moutracker.notifications.sql.Sql;

/** Reads policies for whoever asks, oldest first. */
@ApplicationScoped
class PolicyPages {

    /** Which policies are asked for; null where that does not matter. */
    record Filter(
            @Nullable ScopeType scope,
            @Nullable Kind kind,
            @Nullable UUID agreement,
            @Nullable UUID workingGroup,
            @Nullable UUID deadline) {}

    private static final String SELECT = "SELECT " + Policies.COLUMNS
            + ", looked_at, changed, begun_at, finished_at FROM alert_policy"
            + " JOIN policy_roll_out ON policy_id = alert_policy.id";

    // That something is internal to a side, its policy must not tell the other.
    private static final String SEEN = "(alert_policy.scope <> 'DEADLINE' OR EXISTS (SELECT FROM deadline"
            + " WHERE deadline.id = alert_policy.scope_id AND " + Viewer.SEES + "))";

    private final Sql sql;
    private final Policies policies;
    private final Viewer viewer;

    PolicyPages(Sql sql, Policies policies, Viewer viewer) {
        this.sql = sql;
        this.policies = policies;
        this.viewer = viewer;
    }

    List<PolicyView> find(Filter filter, @Nullable UUID after, int limit) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        where.add(SEEN);
        arguments.add(viewer.seesAll());
        arguments.add(viewer.party());
        with(where, arguments, "alert_policy.scope = ?", filter.scope());
        with(where, arguments, "alert_policy.kind = ?", filter.kind());
        with(where, arguments, "alert_policy.scope = 'AGREEMENT' AND alert_policy.scope_id = ?", filter.agreement());
        with(where, arguments, "alert_policy.scope = 'GROUP' AND alert_policy.scope_id = ?", filter.workingGroup());
        with(where, arguments, "alert_policy.scope = 'DEADLINE' AND alert_policy.scope_id = ?", filter.deadline());
        with(where, arguments, "alert_policy.id > ?", after);
        arguments.add(limit);
        return sql.query(
                SELECT + " WHERE " + String.join(" AND ", where) + " ORDER BY alert_policy.id LIMIT ?",
                this::read,
                arguments.toArray());
    }

    Optional<PolicyView> find(UUID id) {
        return sql
                .query(
                        SELECT + " WHERE alert_policy.id = ? AND " + SEEN,
                        this::read,
                        id,
                        viewer.seesAll(),
                        viewer.party())
                .stream()
                .findFirst();
    }

    private static void with(
            List<String> where, List<@Nullable Object> arguments, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            arguments.add(value);
        }
    }

    private PolicyView read(ResultSet row) throws SQLException {
        return PolicyView.of(
                policies.read(row),
                new RollOutView(
                        row.getLong("looked_at"),
                        row.getLong("changed"),
                        requireNonNull(Sql.instant(row, "begun_at")),
                        Sql.instant(row, "finished_at")));
    }
}
