package org.moutracker.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.sql.Sql;

/** What has been put into whichever inbox since it was asked last, in the order in which it is known for good. */
@ApplicationScoped
class Numbers {

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private @Nullable Gapless gapless;
    private @Nullable Begin begin;
    private volatile boolean held;

    Numbers(Sql sql) {
        this.sql = sql;
    }

    /** The last number when it began, and the transaction below which all may still have drawn a lower one. */
    private record Begin(long last, long next) {}

    /** A number that was given, and whose inbox it is in. */
    record Given(long number, UUID recipientId) {}

    /**
     * A stretch of numbers of which nothing is missing.
     *
     * @param after the number before them
     * @param until the last of them
     */
    record Stretch(long after, long until, List<Given> given) {

        /** Whether there may be more at once. */
        boolean isFull() {
            return given.size() == AT_ONCE;
        }
    }

    /** The next ones; null while it is not known yet where to begin. */
    @Nullable
    Stretch next() {
        var known = begun();
        if (known == null) {
            return null;
        }
        if (known.isWaiting()) {
            known.settle(ask("pg_snapshot_xmin(pg_current_snapshot())"));
        }
        var after = known.passed();
        var visible = sql.query(
                "SELECT number, recipient_id FROM alert WHERE number > ? ORDER BY number LIMIT ?",
                row -> new Given(row.getLong("number"), row.getObject("recipient_id", UUID.class)),
                after,
                AT_ONCE);
        var count = known.pass(visible.stream().map(Given::number).toList());
        if (known.mustAsk()) {
            known.waitFor(ask("pg_snapshot_xmax(pg_current_snapshot())"));
        }
        held = known.isWaiting();
        return new Stretch(after, known.passed(), visible.subList(0, count));
    }

    /** Whether it waits at a gap, that is for a transaction that takes long. */
    boolean isHeld() {
        return held;
    }

    private @Nullable Gapless begun() {
        if (gapless == null) {
            if (begin == null) {
                begin = sql.query("""
                                SELECT coalesce(max(number), 0) AS last,
                                    pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next
                                FROM alert
                                """, row -> new Begin(row.getLong("last"), row.getLong("next")))
                        .getFirst();
            }
            if (ask("pg_snapshot_xmin(pg_current_snapshot())") >= begin.next()) {
                gapless = new Gapless(begin.last());
            }
        }
        return gapless;
    }

    private long ask(String transaction) {
        return sql.query("SELECT " + transaction + "::text::bigint AS id", row -> row.getLong("id"))
                .getFirst();
    }
}
