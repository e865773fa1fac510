package org.moutracker.notifications.policy;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.problem.RuleViolated;

/** The policies, and which of them holds for a deadline. */
@ApplicationScoped
public class Policies {

    static final String COLUMNS =
            "alert_policy.id, version, alert_policy.scope, alert_policy.scope_id, alert_policy.kind, name, terms, created_at, changed_at, changed_by";

    // Ours alone among advisory locks of this database.
    private static final long LOCK = 0x706f6c696379L;

    private final Sql sql;
    private final Json json;

    Policies(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Keeps policies as they are until this transaction ends, together with others who plan. Whoever changes one waits for
     * them, and its roll-out finds what they have planned; who plans after it finds the change.
     */
    public void share() {
        sql.query("SELECT pg_advisory_xact_lock_shared(?)", row -> true, LOCK);
    }

    /** Lets nobody plan until this transaction ends, so that nobody plans by what is about to change. */
    void lockAll() {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /** Which policies hold by now, by deadline: of those that concern it the most special. None where it is the built-in. */
    public Map<UUID, Held> holding(List<Deadline> deadlines) {
        var ids = deadlines.stream()
                .flatMap(deadline -> Stream.of(
                                Optional.of(deadline.id()),
                                Optional.ofNullable(deadline.agreementId()),
                                Optional.ofNullable(deadline.workingGroupId()))
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
        var kinds = deadlines.stream()
                .map(Deadline::kind)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        var policies = sql.query(
                "SELECT " + COLUMNS + " FROM alert_policy WHERE scope_id = ANY (?) OR kind = ANY (?)",
                this::read,
                Column.ids(ids),
                Column.texts(kinds));
        var holding = new HashMap<UUID, Held>();
        if (!policies.isEmpty()) {
            deadlines.forEach(deadline -> policies.stream()
                    .filter(policy -> policy.scope().concerns(deadline))
                    .max(comparing(policy -> policy.scope().type()))
                    .ifPresent(policy -> holding.put(deadline.id(), policy.held())));
        }
        return holding;
    }

    void add(Policy policy) {
        var scope = policy.scope();
        var added = sql.update(
                """
                INSERT INTO alert_policy (id, scope, scope_id, kind, name, terms, created_at, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                policy.id(),
                scope.type(),
                scope.id(),
                scope.kind(),
                policy.name(),
                json.write(policy.terms()),
                policy.createdAt(),
                policy.changedAt(),
                policy.changedBy());
        if (added == 0) {
            throw new RuleViolated("there is a policy for this already: change that one");
        }
    }

    void keep(Policy policy) {
        sql.update(
                """
                UPDATE alert_policy SET version = ?, name = ?, terms = ?::jsonb, changed_at = ?, changed_by = ? WHERE id = ?
                """,
                policy.version(),
                policy.name(),
                json.write(policy.terms()),
                policy.changedAt(),
                policy.changedBy(),
                policy.id());
    }

    void delete(Policy policy) {
        sql.update("DELETE FROM alert_policy WHERE id = ?", policy.id());
    }

    Optional<Policy> find(UUID id) {
        return sql.query("SELECT " + COLUMNS + " FROM alert_policy WHERE id = ?", this::read, id).stream()
                .findFirst();
    }

    Policy read(ResultSet row) throws SQLException {
        return new Policy(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new Scope(
                        ScopeType.valueOf(row.getString("scope")),
                        row.getObject("scope_id", UUID.class),
                        row.getString("kind")),
                row.getString("name"),
                json.read(row.getString("terms"), Terms.class),
                requireNonNull(Sql.instant(row, "created_at")),
                requireNonNull(Sql.instant(row, "changed_at")),
                row.getString("changed_by"));
    }
}
