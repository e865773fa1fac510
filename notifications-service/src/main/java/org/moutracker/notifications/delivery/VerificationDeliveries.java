package org.moutracker.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.NamedIds;
import org.moutracker.notifications.sql.Sql;

/** The messages by which addresses are verified: opened with the link, closed when it is of no use any more. */
@ApplicationScoped
public class VerificationDeliveries {

    private final Sql sql;

    VerificationDeliveries(Sql sql) {
        this.sql = sql;
    }

    public void open(Collection<UUID> verifications) {
        var ids = List.copyOf(verifications);
        sql.update(
                """
                INSERT INTO delivery (id, verification_id, channel, state, next_attempt_at)
                SELECT id, verification_id, ?, ?, clock_timestamp() FROM unnest(?, ?) AS opened (id, verification_id)
                """,
                Channel.MAIL,
                DeliveryStatus.PENDING,
                Column.ids(ids, verification -> NamedIds.of(verification, Channel.MAIL)),
                Column.ids(ids));
    }

    /** Closes what still waits; what is on its way cannot be called back. */
    public void close(Collection<UUID> verifications, ClosedBecause because) {
        sql.update(
                """
                UPDATE delivery SET state = ?, closed_because = ?, next_attempt_at = NULL
                WHERE verification_id = ANY (?) AND next_attempt_at IS NOT NULL AND state = ANY (?)
                """,
                DeliveryStatus.CLOSED,
                because,
                Column.ids(verifications),
                Column.texts(DeliveryStatus.CLOSED.origins()));
    }
}
