package org.moutracker.notifications.delivery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Viewer;
import org.moutracker.notifications.delivery.DeliveryEntry.Carries;
import org.moutracker.notifications.delivery.DeliveryEntry.WaitsFor;
import org.moutracker.notifications.mail.MailSettings;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.paging.Cursor;

/** Reads messages for operators, newest first; what is internal to one side is seen by that side alone. */
@ApplicationScoped
class DeliveryPages {

    /** The place of a message in the list. */
    record Position(Instant createdAt, UUID id) {

        static Position of(Cursor cursor) {
            return new Position(cursor.instant(0), cursor.uuid(1));
        }

        static Cursor of(DeliveryEntry delivery) {
            return Cursor.of(delivery.createdAt(), delivery.id());
        }
    }

    private static final String SELECT = """
            SELECT delivery.*, next_attempt_at = 'infinity' AS waits,
                coalesce(alert.recipient_id, invitation.person_id, asked.recipient_id, returned.recipient_id,
                    notice.recipient_id, digest.recipient_id) AS recipient_id,
                CASE WHEN next_attempt_at IS NULL THEN NULL WHEN %s THEN 'HOLD' WHEN %s THEN 'RELEASE'
                     WHEN waits_until = 'infinity' THEN 'DIGEST' WHEN waits_until IS NOT NULL THEN 'QUIET_HOURS'
                     WHEN next_attempt_at = 'infinity' THEN 'ADDRESS' END AS kept_back_by
            FROM delivery
            LEFT JOIN alert ON alert.id = delivery.alert_id
            LEFT JOIN letter ON letter.id = delivery.letter_id
            LEFT JOIN invitation ON invitation.id = letter.invitation_id
            LEFT JOIN address_verification AS asked ON asked.id = delivery.verification_id
            LEFT JOIN returned ON returned.id = delivery.returned_id
            LEFT JOIN done_notice AS notice ON notice.id = delivery.done_notice_id
            LEFT JOIN done_report AS report ON report.id = notice.report_id
            LEFT JOIN digest ON digest.id = delivery.digest_id
            WHERE (coalesce(alert.deadline_id, report.deadline_id) IS NULL
                   OR EXISTS (SELECT FROM deadline
                              WHERE deadline.id = coalesce(alert.deadline_id, report.deadline_id) AND %s)) AND
            """.formatted(Brakes.HELD, Brakes.UNRELEASED, Viewer.SEES);

    private final Sql sql;
    private final Viewer viewer;
    private final MailSettings settings;

    DeliveryPages(Sql sql, Viewer viewer, MailSettings settings) {
        this.sql = sql;
        this.viewer = viewer;
        this.settings = settings;
    }

    List<DeliveryEntry> find(DeliverySelector selector, @Nullable Position after, int limit) {
        var where = selector.conditions();
        where.values().addFirst(viewer.party());
        where.values().addFirst(viewer.seesAll());
        if (after != null) {
            where.and("(delivery.created_at, delivery.id) < (?, ?)", after.createdAt(), after.id());
        }
        where.values().add(limit);
        return sql.query(
                SELECT + where.sql() + " ORDER BY delivery.created_at DESC, delivery.id DESC LIMIT ?",
                DeliveryPages::read,
                where.values().toArray());
    }

    Optional<DeliveryEntry.Details> find(UUID id) {
        return sql.query(SELECT + "delivery.id = ?", DeliveryPages::read, viewer.seesAll(), viewer.party(), id).stream()
                .map(this::detailed)
                .findFirst();
    }

    private DeliveryEntry.Details detailed(DeliveryEntry delivery) {
        var attempts = sql
                .query(
                        "SELECT * FROM delivery_attempt WHERE delivery_id = ? ORDER BY attempt, ended_at",
                        DeliveryView.AttemptOf::read,
                        delivery.id())
                .stream()
                .map(DeliveryView.AttemptOf::attempt)
                .toList();
        return new DeliveryEntry.Details(delivery, "<%s@%s>".formatted(delivery.id(), settings.domain()), attempts);
    }

    private static DeliveryEntry read(ResultSet row) throws SQLException {
        var carries = Carries.of(row);
        return new DeliveryEntry(
                row.getObject("id", UUID.class),
                carries,
                row.getObject(carries.column(), UUID.class),
                row.getObject("recipient_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                DeliveryStatus.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("closed_because"))
                        .map(ClosedBecause::valueOf)
                        .orElse(null),
                Optional.ofNullable(row.getString("kept_back_by"))
                        .map(WaitsFor::valueOf)
                        .orElse(null),
                row.getInt("attempts"),
                requireNonNull(Sql.instant(row, "created_at")),
                row.getBoolean("waits") ? null : Sql.instant(row, "next_attempt_at"));
    }
}
