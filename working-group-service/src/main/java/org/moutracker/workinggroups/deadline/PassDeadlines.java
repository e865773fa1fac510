package org.moutracker.workinggroups.deadline;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

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
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * The engine: tells of every schedule once that its instant has passed. One statement changes, records and tells a whole
 * batch of duties, so that no row has to leave the database: to carry them here and back costs a fifth of the rate. From
 * the others something follows (a chance lapses, an event has come, what recurs goes on): they are few, and taken whole.
 */
@ApplicationScoped
class PassDeadlines implements DueWork<PassDeadlines.Due> {

    /** A claimed deadline, and whether nothing follows but that it is told. */
    record Due(UUID id, boolean plain) {}

    private static final DueRows ROWS = new DueRows(
            "deadline",
            "id",
            "due_at",
            "status = 'ACTIVE' AND NOT passed",
            "id, once_passed = 'ACTIVE' AND occurrence = 0 AND NOT recurs AND internal_to IS NULL AS plain");

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
    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final Consequences consequences;

    PassDeadlines(
            AgroalDataSource database, DeadlineRepository deadlines, DeadlineLedger ledger, Consequences consequences) {
        this.database = database;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.consequences = consequences;
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
    public Due read(ResultSet row) throws SQLException {
        return new Due(row.getObject("id", UUID.class), row.getBoolean("plain"));
    }

    @Override
    public void handle(List<Due> claimed, Instant now) {
        var plain = claimed.stream().collect(partitioningBy(Due::plain, mapping(Due::id, toList())));
        tell(requireNonNull(plain.get(true)), now);
        follow(requireNonNull(plain.get(false)), now);
    }

    private void follow(List<UUID> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return;
        }
        var passed = deadlines.lockAll(claimed);
        ledger.tell(passed.stream()
                .map(deadline -> new Caused<>(deadline.pass(now), null))
                .toList());
        consequences.follow(passed);
    }

    private void tell(List<UUID> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return;
        }
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
