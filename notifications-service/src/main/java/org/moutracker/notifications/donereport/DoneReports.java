package org.moutracker.notifications.donereport;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.access.Self;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.Sql;

/** The done reports. Whoever changes one holds the plan of its deadline. */
@ApplicationScoped
public class DoneReports {

    private static final String SEEN =
            "EXISTS (SELECT FROM deadline WHERE deadline.id = done_report.deadline_id AND " + Viewer.SEES + ")";

    private final Sql sql;
    private final Json json;
    private final Viewer viewer;
    private final Self self;

    DoneReports(Sql sql, Json json, Viewer viewer, Self self) {
        this.sql = sql;
        this.json = json;
        this.viewer = viewer;
        this.self = self;
    }

    void add(DoneReport report) {
        sql.update(
                """
                INSERT INTO done_report (id, deadline_id, schedule_no, agreement_id, working_group_id, alert_id,
                                         reporter_id, party, done_on, note, content, reported_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                report.id(),
                report.deadlineId(),
                report.scheduleNo(),
                report.agreementId(),
                report.workingGroupId(),
                report.alertId(),
                report.reporterId(),
                report.party(),
                report.on(),
                report.note(),
                json.write(report.content()),
                report.reportedAt(),
                report.state());
    }

    void keep(DoneReport decided) {
        sql.update(
                """
                UPDATE done_report SET state = ?, decided_at = ?, decided_by = ?, entered_by = ?, reason = ?, version = ?
                WHERE id = ?
                """,
                decided.state(),
                decided.decidedAt(),
                decided.decidedBy(),
                decided.enteredBy(),
                decided.reason(),
                decided.version(),
                decided.id());
    }

    /** What waits for a decision about a deadline. */
    public Optional<DoneReport> open(UUID deadline) {
        return query("deadline_id = ? AND state = 'REPORTED'", deadline).stream()
                .findFirst();
    }

    public Optional<DoneReport> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** If whoever asks may see it. */
    Optional<DoneReport> seen(UUID id) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        with(where, arguments, "id = ?", id);
        seen(where, arguments);
        return query(String.join(" AND ", where), arguments.toArray()).stream().findFirst();
    }

    /** Which reports are asked for; null where that does not matter. */
    record Filter(
            @Nullable DoneReportStatus state,
            @Nullable UUID deadline,
            @Nullable UUID group) {}

    /** The latest first. */
    List<DoneReport> page(Filter filter, @Nullable UUID after, int limit) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        seen(where, arguments);
        with(where, arguments, "state = ?", filter.state());
        with(where, arguments, "deadline_id = ?", filter.deadline());
        with(where, arguments, "working_group_id = ?", filter.group());
        with(where, arguments, "id < ?", after);
        arguments.add(limit);
        return query(String.join(" AND ", where) + " ORDER BY id DESC LIMIT ?", arguments.toArray());
    }

    /** What somebody has reported he may see, be it internal to a side or not. */
    private void seen(List<String> where, List<@Nullable Object> arguments) {
        var only = self.only();
        if (only != null) {
            with(where, arguments, "reporter_id = ANY (?)", Column.ids(only));
        } else {
            where.add(SEEN);
            arguments.add(viewer.seesAll());
            arguments.add(viewer.party());
        }
    }

    private static void with(
            List<String> where, List<@Nullable Object> arguments, String condition, @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            arguments.add(value);
        }
    }

    /** Ends what waits about deadlines that are met, over, or due on another day by now. */
    void overtake(List<UUID> deadlines, Instant now) {
        sql.update("""
                UPDATE done_report SET state = 'OVERTAKEN', decided_at = ?, version = version + 1
                FROM deadline
                WHERE deadline.id = done_report.deadline_id AND deadline.id = ANY (?) AND done_report.state = 'REPORTED'
                  AND (deadline.status IN ('MET', 'WAIVED', 'CANCELLED', 'LAPSED')
                       OR (deadline.state ->> 'scheduleNo')::integer <> done_report.schedule_no)
                """, now, Column.ids(deadlines));
    }

    private List<DoneReport> query(String where, @Nullable Object... arguments) {
        return sql.query("SELECT * FROM done_report WHERE " + where, this::read, arguments);
    }

    private DoneReport read(ResultSet row) throws SQLException {
        return new DoneReport(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getInt("schedule_no"),
                row.getObject("agreement_id", UUID.class),
                row.getObject("working_group_id", UUID.class),
                row.getObject("alert_id", UUID.class),
                row.getObject("reporter_id", UUID.class),
                row.getString("party"),
                row.getObject("done_on", LocalDate.class),
                row.getString("note"),
                json.read(row.getString("content"), AlertContent.class),
                requireNonNull(Sql.instant(row, "reported_at")),
                DoneReportStatus.valueOf(row.getString("state")),
                Sql.instant(row, "decided_at"),
                row.getObject("decided_by", UUID.class),
                row.getString("entered_by"),
                row.getString("reason"),
                row.getLong("version"));
    }
}
