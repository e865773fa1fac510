package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.mail.AlertContent;
import org.moutracker.notifications.mail.Letter;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Json;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/**
 * The messages about what was reported done: whoever answers for it is asked, and who reported it is told if it is not;
 * settled like all others.
 */
@ApplicationScoped
public class DoneNoticeQueue {

    /** What a notice is for. */
    private enum Kind {
        ASK,
        DECLINED
    }

    private static final String STANDS = """
            ((done_notice.kind = 'ASK' AND done_report.state = 'REPORTED')
             OR (done_notice.kind = 'DECLINED' AND done_report.state = 'DECLINED'))
            """;

    private final Sql sql;
    private final Json json;

    DoneNoticeQueue(Sql sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Asks each of them whether it is done. */
    public void ask(UUID report, List<UUID> people, Instant now) {
        open(report, people, Kind.ASK, now);
    }

    /** Tells who reported it that it is not. */
    public void decline(UUID report, UUID reporter, Instant now) {
        open(report, List.of(reporter), Kind.DECLINED, now);
    }

    /** By the time of whoever reads it: that is looked at first of all. */
    private void open(UUID report, List<UUID> people, Kind kind, Instant now) {
        var ids =
                people.stream().map(person -> NamedIds.of(report, kind, person)).toList();
        sql.update("""
                INSERT INTO done_notice (id, report_id, recipient_id, kind, written_at)
                SELECT id, ?, recipient_id, ?, ? FROM unnest(?, ?) AS told (id, recipient_id)
                """, report, kind, now, Column.ids(ids), Column.ids(people));
        sql.update(
                """
                INSERT INTO delivery (id, done_notice_id, channel, state, next_attempt_at, waits_until, waits_for)
                SELECT id, done_notice_id, ?, ?, 'infinity', 'epoch', waits_for
                FROM unnest(?, ?, ?) AS opened (id, done_notice_id, waits_for)
                """,
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(ids, id -> NamedIds.of(id, Channel.MAIL)),
                Column.ids(ids),
                Column.ids(people));
    }

    /** Takes what is due and still true: it waits for the decision, or was declined, and its reader is verified. */
    List<Claimed> claim(int limit, Column shut) {
        return sql.query(
                """
                WITH due AS (
                    SELECT delivery.id FROM delivery
                    JOIN done_notice ON done_notice.id = delivery.done_notice_id
                    JOIN done_report ON done_report.id = done_notice.report_id
                    JOIN recipient ON recipient.id = done_notice.recipient_id
                    WHERE delivery.done_notice_id IS NOT NULL AND delivery.next_attempt_at <= statement_timestamp()
                      AND delivery.state = ANY (?) AND recipient.verified_at IS NOT NULL AND %s AND %s AND %s
                    ORDER BY delivery.next_attempt_at LIMIT ? FOR UPDATE OF delivery SKIP LOCKED)
                UPDATE delivery SET
                    state = 'SENDING', token = token + 1, attempts = attempts + 1, next_attempt_at = NULL,
                    attempted_at = clock_timestamp(), lease_until = clock_timestamp() + ? * interval '1 second'
                FROM due, done_notice, recipient, done_report
                    LEFT JOIN recipient AS reporter ON reporter.id = done_report.reporter_id
                WHERE delivery.id = due.id AND done_notice.id = delivery.done_notice_id
                  AND recipient.id = done_notice.recipient_id AND done_report.id = done_notice.report_id
                RETURNING delivery.id, old.state AS was, new.token, new.attempts, new.deferrals, new.attempted_at,
                    done_notice.id AS notice, done_notice.written_at, recipient.email, recipient.name, recipient.language,
                    reporter.name AS reporter, done_report.party, done_report.done_on, done_report.note,
                    CASE done_notice.kind WHEN 'DECLINED' THEN done_report.reason END AS because, done_report.content
                """.formatted(STANDS, Brakes.OFF, DeliveryQueue.ELSEWHERE),
                this::claimed,
                Column.texts(DeliveryStatus.SENDING.origins()),
                shut,
                limit,
                DeliveryQueue.LEASE_SECONDS);
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var party = row.getString("party");
        var reporter = row.getString("reporter");
        return new Claimed(
                id,
                row.getLong("token"),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                // Nothing else follows, so twice is better than never.
                true,
                requireNonNull(Sql.instant(row, "attempted_at")),
                DeliveryStatus.valueOf(row.getString("was")),
                new Letter.OfDoneReport(
                        id,
                        row.getObject("notice", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        requireNonNull(Sql.instant(row, "written_at")),
                        row.getString("language"),
                        // Who was erased meanwhile has no name any more.
                        reporter == null ? "–" : reporter,
                        party,
                        row.getObject("done_on", LocalDate.class),
                        row.getString("note"),
                        row.getString("because"),
                        json.read(row.getString("content"), AlertContent.class)));
    }

    /** Closes what waits and is not true any more. */
    int closeUntrue() {
        return sql.update("""
                UPDATE delivery SET state = 'CLOSED', next_attempt_at = NULL, closed_because = 'CANCELLED'
                FROM done_notice
                    JOIN done_report ON done_report.id = done_notice.report_id
                    LEFT JOIN recipient ON recipient.id = done_notice.recipient_id
                WHERE done_notice.id = delivery.done_notice_id AND delivery.done_notice_id IS NOT NULL
                  AND delivery.next_attempt_at <= statement_timestamp() AND delivery.state = ANY (?)
                  AND (recipient.verified_at IS NULL OR NOT %s)
                """.formatted(STANDS), Column.texts(DeliveryStatus.CLOSED.origins()));
    }
}
