package org.moutracker.notifications.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.ClosedBecause;
import org.moutracker.notifications.delivery.HeldDeliveries;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;
import org.moutracker.platform.due.DueRows;

/** The messages that wait for their reader's time. */
@ApplicationScoped
class WaitingMails {

    static final DueRows DUE = new DueRows("delivery", "id", "waits_until", "waits_until IS NOT NULL", "id");

    private final Sql sql;

    WaitingMails(Sql sql) {
        this.sql = sql;
    }

    /** Has it looked at again whether what waits for these people still has to, and for what. */
    void decideAnew(Collection<UUID> recipients) {
        if (!recipients.isEmpty()) {
            sql.update(
                    "UPDATE delivery SET waits_until = 'epoch' WHERE waits_for = ANY (?) AND waits_until IS NOT NULL",
                    Column.ids(recipients));
        }
    }

    /**
     * A message that has waited long enough, or has to be looked at again.
     *
     * @param open whether it may be sent still
     * @param kind null for what tells of no alert
     * @param zone by whose clock its reader was told; null where it does not say
     * @param passed whether a later step of the same deadline would only be repeated by it
     */
    record Row(
            UUID id,
            UUID recipientId,
            boolean open,
            @Nullable MailKind kind,
            @Nullable ZoneId zone,
            @Nullable Instant tooLate,
            boolean passed) {

        private static Row read(ResultSet row) throws SQLException {
            var kind = row.getString("kind");
            var zone = row.getString("zone");
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("waits_for", UUID.class),
                    row.getBoolean("open"),
                    kind == null ? null : MailKind.valueOf(kind),
                    zone == null ? null : ZoneId.of(zone),
                    Sql.instant(row, "too_late"),
                    row.getBoolean("passed"));
        }
    }

    List<Row> find(Collection<UUID> ids) {
        return sql.query("""
                SELECT delivery.id, delivery.waits_for, delivery.next_attempt_at IS NOT NULL AS open, alert.kind,
                    coalesce(alert.zone, letter.content ->> 'zone') AS zone,
                    coalesce(alert.expires_at, letter.expires_at) AS too_late, %s AS passed
                FROM delivery
                LEFT JOIN alert ON alert.id = delivery.alert_id
                LEFT JOIN letter ON letter.id = delivery.letter_id
                WHERE delivery.id = ANY (?)
                """.formatted(HeldDeliveries.PASSED), Row::read, Column.ids(ids));
    }

    /**
     * What becomes of one.
     *
     * @param because null unless it is closed
     * @param waitsUntil as the column has it; null when it waits no longer
     */
    record Decided(
            UUID id,
            @Nullable ClosedBecause because,
            @Nullable String waitsUntil) {}

    void decide(List<Decided> decided) {
        sql.update(
                """
                UPDATE delivery SET
                    state = CASE WHEN because IS NULL THEN delivery.state ELSE 'CLOSED' END,
                    closed_because = coalesce(because, delivery.closed_because),
                    next_attempt_at = CASE WHEN because IS NOT NULL THEN NULL
                                           WHEN decided.waits_until IS NULL AND delivery.next_attempt_at = 'infinity'
                                           THEN clock_timestamp() ELSE delivery.next_attempt_at END,
                    waits_until = decided.waits_until::timestamptz,
                    waits_for = CASE WHEN decided.waits_until IS NOT NULL THEN delivery.waits_for END
                FROM unnest(?, ?, ?) AS decided (id, because, waits_until) WHERE delivery.id = decided.id
                """,
                Column.ids(decided, Decided::id),
                Column.texts(decided, Decided::because),
                Column.texts(decided, Decided::waitsUntil));
    }
}
