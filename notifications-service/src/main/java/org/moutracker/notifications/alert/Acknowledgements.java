package org.moutracker.notifications.alert;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.notifications.plan.Step;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/** What has been acknowledged. Whoever changes it holds the plan of its deadline. */
@ApplicationScoped
class Acknowledgements {

    private final Sql sql;

    Acknowledgements(Sql sql) {
        this.sql = sql;
    }

    void add(Acknowledgement acknowledgement) {
        sql.update(
                """
                INSERT INTO acknowledgement (id, deadline_id, plan_no, alert_id, recipient_id, party, step, by_id,
                                             entered_by, note, acknowledged_at, until_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                acknowledgement.id(),
                acknowledgement.deadlineId(),
                acknowledgement.planNo(),
                acknowledgement.alertId(),
                acknowledgement.recipientId(),
                acknowledgement.party(),
                acknowledgement.step().offset(),
                acknowledgement.by(),
                acknowledgement.enteredBy(),
                acknowledgement.note(),
                acknowledgement.at(),
                acknowledgement.until());
    }

    /** What somebody has said of a deadline and still counts. */
    Optional<Acknowledgement> open(UUID deadline, UUID recipient) {
        return sql
                .query(
                        "SELECT * FROM acknowledgement WHERE deadline_id = ? AND recipient_id = ? AND ended_because IS NULL",
                        Acknowledgements::read,
                        deadline,
                        recipient)
                .stream()
                .findFirst();
    }

    private static Acknowledgement read(ResultSet row) throws SQLException {
        return new Acknowledgement(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getInt("plan_no"),
                row.getObject("alert_id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                row.getString("party"),
                new Step(row.getInt("step")),
                row.getObject("by_id", UUID.class),
                row.getString("entered_by"),
                row.getString("note"),
                requireNonNull(Sql.instant(row, "acknowledged_at")),
                requireNonNull(Sql.instant(row, "until_at")));
    }

    void end(Map<UUID, AcknowledgementEnded> over, Instant now) {
        var ended = List.copyOf(over.entrySet());
        sql.update("""
                UPDATE acknowledgement SET ended_at = ?, ended_because = over.because FROM unnest(?, ?) AS over (id, because)
                WHERE acknowledgement.id = over.id AND ended_because IS NULL
                """, now, Column.ids(ended, Map.Entry::getKey), Column.texts(ended, Map.Entry::getValue));
    }

    /** Ends what was said of a date that counts no longer. */
    void endWhereOver(Collection<UUID> deadlines, Instant now) {
        sql.update("""
                UPDATE acknowledgement SET ended_at = ?, ended_because = ? FROM plan
                WHERE acknowledgement.deadline_id = plan.deadline_id AND plan.deadline_id = ANY (?)
                  AND acknowledgement.ended_because IS NULL
                  AND (NOT plan.active OR acknowledgement.plan_no < coalesce(plan.told_since, plan.plan_no))
                """, now, AcknowledgementEnded.OVER, Column.ids(deadlines));
    }
}
