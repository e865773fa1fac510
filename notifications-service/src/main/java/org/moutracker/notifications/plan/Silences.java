package org.moutracker.notifications.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** Reads what is acknowledged and snoozed, and what was told, of many deadlines at once. */
@ApplicationScoped
public class Silences {

    private final Sql sql;

    Silences(Sql sql) {
        this.sql = sql;
    }

    /** One of either, with its deadline. */
    private record Row(UUID deadlineId, Silence silence) {}

    /** By deadline, what stands; a deadline of which nobody has said anything is not among them. */
    public Map<UUID, Silence> of(Collection<UUID> deadlines) {
        var rows = sql.query("""
                SELECT deadline_id, id, alert_id, recipient_id, party, step, by_id, note, acknowledged_at, until_at
                FROM acknowledgement WHERE deadline_id = ANY (?) AND ended_because IS NULL
                UNION ALL
                SELECT deadline_id, NULL, id, recipient_id, party, step, NULL, NULL, NULL, quiet_until
                FROM alert WHERE deadline_id = ANY (?) AND state = 'SNOOZED'
                ORDER BY acknowledged_at, until_at, recipient_id
                """, Silences::read, Column.ids(deadlines), Column.ids(deadlines));
        var silences = new HashMap<UUID, Silence>();
        rows.stream()
                .collect(groupingBy(Row::deadlineId))
                .forEach((deadline, of) -> silences.put(deadline, joined(of)));
        return silences;
    }

    private static Row read(ResultSet row) throws SQLException {
        var deadline = row.getObject("deadline_id", UUID.class);
        var recipient = row.getObject("recipient_id", UUID.class);
        var step = new Step(row.getInt("step"));
        var until = requireNonNull(Sql.instant(row, "until_at"));
        var party = row.getString("party");
        var id = row.getObject("id", UUID.class);
        if (id == null) {
            var snoozed = new Silence.Snoozed(recipient, party, step, until);
            return new Row(deadline, new Silence(List.of(), List.of(snoozed)));
        }
        var acknowledged = new Silence.Acknowledged(
                id,
                row.getObject("alert_id", UUID.class),
                recipient,
                party,
                step,
                row.getObject("by_id", UUID.class),
                row.getString("note"),
                requireNonNull(Sql.instant(row, "acknowledged_at")),
                until);
        return new Row(deadline, new Silence(List.of(acknowledged), List.of()));
    }

    private static Silence joined(List<Row> rows) {
        var acknowledged = new ArrayList<Silence.Acknowledged>();
        var snoozed = new ArrayList<Silence.Snoozed>();
        for (var row : rows) {
            acknowledged.addAll(row.silence().acknowledged());
            snoozed.addAll(row.silence().snoozed());
        }
        return new Silence(acknowledged, snoozed);
    }

    /** The last step that somebody was told. */
    private record Furthest(UUID deadlineId, UUID recipientId, Step step) {}

    /** By deadline, the furthest step that each recipient was told of the date that counts now. */
    public Map<UUID, Map<UUID, Step>> told(List<Plan> plans) {
        var told = new HashMap<UUID, Map<UUID, Step>>();
        sql.query(
                        """
                        SELECT alert.deadline_id, recipient_id, max(step) AS step
                        FROM alert JOIN unnest(?, ?, ?) AS plan (deadline_id, told_since, plan_no)
                            ON alert.deadline_id = plan.deadline_id
                            AND alert.plan_no BETWEEN plan.told_since AND plan.plan_no
                        WHERE step IS NOT NULL
                        GROUP BY alert.deadline_id, recipient_id
                        """,
                        row -> new Furthest(
                                row.getObject("deadline_id", UUID.class),
                                row.getObject("recipient_id", UUID.class),
                                new Step(row.getInt("step"))),
                        Column.ids(plans, Plan::deadlineId),
                        Column.numbers(plans, Plan::toldSince),
                        Column.numbers(plans, Plan::number))
                .forEach(furthest -> told.computeIfAbsent(furthest.deadlineId(), deadline -> new HashMap<>())
                        .put(furthest.recipientId(), furthest.step()));
        return told;
    }
}
