package org.moutracker.notifications.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.Deliveries.Addressed;
import org.moutracker.notifications.plan.MailKind;
import org.moutracker.notifications.preference.Preference;
import org.moutracker.notifications.sql.Sql;

/**
 * An alert that can be delivered and was not.
 *
 * @param expiresAt from when on it would not be true any more
 * @param round how often its reader wanted to hear of it again
 */
record Undelivered(
        UUID id,
        UUID deadlineId,
        UUID recipientId,
        int offset,
        MailKind kind,
        ZoneId zone,
        @Nullable Instant expiresAt,
        int round) {

    static Undelivered read(ResultSet row) throws SQLException {
        var offset = row.getInt("step");
        var kind = row.getString("kind");
        return new Undelivered(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                offset,
                // What fired before mails had kinds, and is open still, was told what kind it is.
                kind == null ? MailKind.OVERDUE : MailKind.valueOf(kind),
                ZoneId.of(row.getString("zone")),
                Sql.instant(row, "expires_at"),
                row.getInt("round"));
    }

    /** The message that its reader gets, when he wants it. */
    Addressed addressed(String mailbox, Preference preference, Instant now) {
        return new Addressed(id, round, mailbox, preference.time(kind, now, zone, expiresAt));
    }
}
