package org.moutracker.notifications.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import org.moutracker.notifications.sql.Sql;

/** Marks what somebody was told as read. What was read once stays so, from then on. */
@ApplicationScoped
class MarkRead {

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final InstantSource clock;

    MarkRead(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void one(UUID alert) {
        sql.update("UPDATE alert SET read_at = ? WHERE id = ? AND read_at IS NULL", clock.instant(), alert);
    }

    /**
     * Marks all up to a number, in portions of a transaction each. Somebody who ends alerts locks them in no order: so no
     * portion waits for a lock while it holds others, and those that are being changed are marked one by one at the end.
     */
    int all(UUID recipient, Reader reader, long until) {
        var marked = 0;
        for (int portion = AT_ONCE; portion == AT_ONCE; marked += portion) {
            portion = QuarkusTransaction.requiringNew()
                    .call(() -> mark(recipient, reader, until, " LIMIT " + AT_ONCE + " FOR UPDATE SKIP LOCKED"));
        }
        for (int last = 1; last == 1; marked += last) {
            last = QuarkusTransaction.requiringNew().call(() -> mark(recipient, reader, until, " LIMIT 1 FOR UPDATE"));
        }
        return marked;
    }

    private int mark(UUID recipient, Reader reader, long until, String which) {
        var arguments = InboxPages.seen(reader);
        arguments.addFirst(clock.instant());
        arguments.addAll(Arrays.asList(recipient, until));
        return sql.update(
                "UPDATE alert SET read_at = ? WHERE id IN (SELECT id FROM alert " + InboxPages.SEEN
                        + " AND recipient_id = ? AND number <= ? AND read_at IS NULL ORDER BY number" + which + ")",
                arguments.toArray());
    }
}
