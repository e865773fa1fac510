package org.moutracker.notifications.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.news.Cause;
import org.moutracker.notifications.plan.Outlook.Untold;
import org.moutracker.notifications.policy.Held;
import org.moutracker.notifications.policy.Policies;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.messaging.Received;

/** The plans of all deadlines. */
@ApplicationScoped
public class Plans {

    private static final String COLUMNS = "deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up,"
            + " next_fire_at, policy, coalesce(told_since, plan_no) AS told_since";

    /** Where those lie that are to be looked at once their time has come. */
    public static final DueRows DUE = new DueRows("plan", "deadline_id", "next_fire_at", "active", COLUMNS);

    private final Sql sql;
    private final Json json;
    private final Policies policies;

    Plans(Sql sql, Json json, Policies policies) {
        this.sql = sql;
        this.json = json;
        this.policies = policies;
    }

    /** Brings the plans in line with what their deadlines are by now, and locks them until that is committed. */
    public void follow(List<Received<Deadline>> news) {
        policies.share();
        var deadlines =
                news.stream().map(received -> requireNonNull(received.state())).toList();
        var holding = policies.holding(deadlines);
        var known = lock(deadlines);
        keep(news.stream()
                .map(received -> followed(
                        known,
                        received,
                        holding.get(requireNonNull(received.state()).id())))
                .toList());
    }

    private static Plan followed(Map<UUID, Plan> known, Received<Deadline> received, @Nullable Held holding) {
        var deadline = requireNonNull(received.state());
        var plan = known.get(deadline.id());
        return plan == null
                ? Plan.first(deadline, received.time(), holding)
                : plan.follow(deadline, received.time(), holding);
    }

    /** Has the plans of these deadlines go by the policies that hold by now, and says how many are new. */
    int adopt(List<Deadline> deadlines) {
        var holding = policies.holding(deadlines);
        var known = lock(deadlines);
        var changed = new ArrayList<Plan>();
        for (var deadline : deadlines) {
            var plan = known.get(deadline.id());
            var due = deadline.due();
            if (plan != null && plan.active() && due != null) {
                var since = plan.adopt(deadline, due, holding.get(deadline.id()));
                if (since.number() > plan.number()) {
                    changed.add(since);
                }
            }
        }
        keep(changed);
        return changed.size();
    }

    private Map<UUID, Plan> lock(List<Deadline> deadlines) {
        return sql
                .query(
                        "SELECT " + COLUMNS + " FROM plan WHERE deadline_id = ANY (?) ORDER BY deadline_id FOR UPDATE",
                        this::read,
                        Column.ids(deadlines, Deadline::id))
                .stream()
                .collect(toMap(Plan::deadlineId, plan -> plan));
    }

    /** Locks one, so that nothing of it fires and nothing moves until this transaction ends. */
    public Optional<Plan> lock(UUID deadline) {
        return sql
                .query("SELECT " + COLUMNS + " FROM plan WHERE deadline_id = ? FOR UPDATE", this::read, deadline)
                .stream()
                .findFirst();
    }

    /** Has a plan looked at by then at the latest. */
    public void lookAt(UUID deadline, Instant at) {
        sql.update("""
                UPDATE plan SET next_fire_at = least(next_fire_at, ?),
                    cause = CASE WHEN next_fire_at = 'epoch' THEN cause END -- what somebody says himself is no news
                WHERE deadline_id = ? AND active
                """, at, deadline);
    }

    private void keep(List<Plan> plans) {
        var cause = Cause.current();
        sql.update(
                """
                INSERT INTO plan (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at,
                                  policy, told_since, cause)
                SELECT deadline_id, plan_no, schedule_no, active, steps::smallint[], began_at::timestamptz, catches_up,
                       next_fire_at::timestamptz, policy::jsonb, told_since, cause
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    AS made (deadline_id, plan_no, schedule_no, active, steps, began_at, catches_up, next_fire_at, policy,
                             told_since, cause)
                ON CONFLICT (deadline_id) DO UPDATE SET
                    plan_no = excluded.plan_no, schedule_no = excluded.schedule_no, active = excluded.active,
                    steps = excluded.steps, began_at = excluded.began_at, catches_up = excluded.catches_up,
                    next_fire_at = excluded.next_fire_at, policy = excluded.policy, told_since = excluded.told_since,
                    untold_at = CASE WHEN excluded.active THEN plan.untold_at END,
                    untold_step = CASE WHEN excluded.active THEN plan.untold_step END, cause = excluded.cause
                """,
                Column.ids(plans, Plan::deadlineId),
                Column.numbers(plans, Plan::number),
                Column.numbers(plans, Plan::scheduleNo),
                Column.flags(plans, Plan::active),
                Column.texts(plans, Plans::steps),
                Column.texts(plans, Plan::beganAt),
                Column.flags(plans, Plan::catchesUp),
                Column.texts(plans, Plan::nextFireAt),
                Column.texts(plans, plan -> plan.policy() == null ? null : json.write(plan.policy())),
                Column.numbers(plans, Plan::toldSince),
                Column.texts(plans, plan -> cause.of(plan.deadlineId())));
    }

    private static String steps(Plan plan) {
        return plan.ladder().offsets().toString().replace('[', '{').replace(']', '}');
    }

    /**
     * When to look again at plans that were claimed, a plan that is not named waits for news; and which steps nobody hears.
     */
    public void rest(Collection<Plan> claimed, Map<UUID, Instant> next, Map<UUID, Untold> untold) {
        var plans = List.copyOf(claimed);
        sql.update(
                """
                UPDATE plan SET next_fire_at = looked.next_fire_at::timestamptz,
                    untold_at = looked.untold_at::timestamptz, untold_step = looked.untold_step::smallint
                FROM unnest(?, ?, ?, ?) AS looked (deadline_id, next_fire_at, untold_at, untold_step)
                WHERE plan.deadline_id = looked.deadline_id
                """,
                Column.ids(plans, Plan::deadlineId),
                Column.texts(plans, plan -> next.get(plan.deadlineId())),
                Column.texts(plans, plan -> of(untold, plan).map(Untold::at).orElse(null)),
                Column.texts(plans, plan -> of(untold, plan)
                        .map(step -> step.step().offset())
                        .orElse(null)));
    }

    private static Optional<Untold> of(Map<UUID, Untold> untold, Plan plan) {
        return Optional.ofNullable(untold.get(plan.deadlineId()));
    }

    public Optional<Plan> find(UUID deadline) {
        return find(List.of(deadline)).stream().findFirst();
    }

    public List<Plan> find(Collection<UUID> deadlines) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM plan WHERE deadline_id = ANY (?)", this::read, Column.ids(deadlines));
    }

    /** In one order for all, so that two who wake the same plans cannot lock each other out. */
    void wake(String deadlines, Column... concerned) {
        var arguments = new ArrayList<@Nullable Object>(Arrays.asList(concerned));
        arguments.add(Plan.AT_ONCE);
        arguments.add(Cause.current()
                .ofAll(Arrays.stream(concerned)
                        .flatMap(column -> column.values().stream())
                        .toList()));
        sql.update("""
                WITH woken AS (
                    SELECT deadline_id FROM plan WHERE active AND deadline_id IN (%s) ORDER BY deadline_id FOR UPDATE)
                UPDATE plan SET next_fire_at = ?, cause = ?
                FROM woken WHERE plan.deadline_id = woken.deadline_id AND plan.active
                """.formatted(deadlines), arguments.toArray());
    }

    /** Reads one. */
    public Plan read(ResultSet row) throws SQLException {
        var steps = (Object[]) row.getArray("steps").getArray();
        var held = row.getString("policy");
        var policy = held == null ? null : json.read(held, Held.class);
        return new Plan(
                row.getObject("deadline_id", UUID.class),
                row.getInt("plan_no"),
                row.getInt("schedule_no"),
                row.getBoolean("active"),
                policy == null
                        ? Ladder.of(Arrays.stream(steps)
                                .map(offset -> ((Number) offset).intValue())
                                .toList())
                        : Ladder.of(policy.terms()),
                requireNonNull(Sql.instant(row, "began_at")),
                row.getBoolean("catches_up"),
                Sql.instant(row, "next_fire_at"),
                policy,
                row.getInt("told_since"));
    }
}
