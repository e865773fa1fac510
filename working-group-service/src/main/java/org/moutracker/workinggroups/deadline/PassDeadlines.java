package org.moutracker.workinggroups.deadline;

import static java.time.ZoneOffset.UTC;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * The engine: tells of every schedule once that its instant has passed. One statement changes, records and tells a whole
 * batch, so that no row has to leave the database: to carry them here and back costs a fifth of the rate.
 */
@ApplicationScoped
class PassDeadlines implements DueWork<UUID> {

    private static final DueRows ROWS =
            new DueRows("deadline", "id", "due_at", "status = 'ACTIVE' AND NOT passed", "id");

    private static final String TYPE = Event.typeOf("deadline", DeadlineEvent.DeadlinePassed.class.getSimpleName());

    private static final String CAUSE = "the last day has passed";

    /** What {@link DeadlineState} says. */
    private static final String STATE = """
            json_build_object('id', id, 'kind', kind, 'title', title, 'agreementId', agreement_id,
                'workingGroupId', working_group_id, 'commitmentId', commitment_id, 'status', status, 'rule', rule,
                'certainty', certainty, 'lastDay', last_day, 'dueAt', %s, 'scheduleNo', schedule_no, 'scheduledAt', %s,
                'explanation', explanation, 'missing', missing, 'origin', origin, 'responsible', responsible,
                'metOn', met_on, 'version', version,
                'change', json_build_object('at', %s, 'from', last_day, 'to', last_day, 'cause', '%s'))
            """.formatted(written("due_at"), written("scheduled_at"), written("at"), CAUSE);

    private static final String PASS = """
            WITH passed AS (
                UPDATE deadline SET passed = true, version = version + 1
                FROM (SELECT ?::timestamptz AS at) AS clock WHERE id = ANY (?) RETURNING deadline.*, at),
            recorded AS (
                INSERT INTO deadline_change (deadline_id, event, at, from_day, to_day, cause, who)
                SELECT id, '%s', at, last_day, last_day, '%s', '%s' FROM passed),
            told AS (SELECT id AS subject, %s AS state, at FROM passed)
            """.formatted(TYPE, CAUSE, DeadlineLedger.SYSTEM, STATE)
            + Outbox.telling(DeadlineEvent.TOPIC, TYPE, "told");

    private final AgroalDataSource database;

    PassDeadlines(AgroalDataSource database) {
        this.database = database;
    }

    /** An instant as it is written everywhere else: in UTC, with no more digits than it needs. */
    private static String written(String column) {
        return """
                regexp_replace(to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '([.]000)?(000)?Z$', 'Z')
                """.formatted(column).strip();
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> claimed, Instant now) {
        try (var connection = database.getConnection();
                var pass = connection.prepareStatement(PASS)) {
            pass.setObject(1, now.atOffset(UTC));
            pass.setArray(2, connection.createArrayOf("uuid", claimed.toArray()));
            pass.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("cannot tell that deadlines have passed", e);
        }
    }
}
