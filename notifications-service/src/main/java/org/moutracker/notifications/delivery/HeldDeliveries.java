package org.moutracker.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.sql.Column;
import org.moutracker.notifications.sql.Sql;

/**
 * Puts aside what a brake keeps back, at a time that never comes and out of the way of what is due, and lets it go again.
 * The claims look at the brakes in any case; this keeps them from reading the same rows each time.
 */
@ApplicationScoped
public class HeldDeliveries {

    /** Of the steps that waited for the same person the latest alone is told, since earlier ones would only repeat it. */
    public static final String PASSED = """
            EXISTS (SELECT FROM alert AS later
                    WHERE later.deadline_id = alert.deadline_id AND later.recipient_id = alert.recipient_id
                      AND later.state = 'ACTIVE' AND alert.step IS NOT NULL AND later.step IS NOT NULL
                      AND (later.plan_no, later.step) > (alert.plan_no, alert.step))
            """;

    // Any number that nobody else locks in this database.
    private static final long LOCK = 0x6d6f_7562_726bL;

    private final Sql sql;

    HeldDeliveries(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps others from putting aside, until this transaction ends, what a brake that is being taken off no longer keeps
     * back. To be called before anything else is read.
     */
    public void lock() {
        sql.query("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /** As a transaction of its own. */
    void putAsideAlone() {
        lock();
        putAside();
    }

    /** Puts aside what is due and may not leave; to be called under the lock. */
    public void putAside() {
        sql.update(
                "UPDATE delivery SET next_attempt_at = 'infinity' "
                        + "WHERE next_attempt_at <= statement_timestamp() AND state = ANY (?) AND ("
                        + Brakes.HELD + " OR " + Brakes.UNRELEASED + ")",
                Column.texts(DeliveryStatus.SENDING.origins()));
    }

    /** Makes due what waited and is not kept back any more. */
    public void letGo() {
        sql.update("""
                UPDATE delivery SET
                    state = CASE WHEN passed THEN 'CLOSED' ELSE delivery.state END,
                    closed_because = CASE WHEN passed THEN 'SUPERSEDED' END,
                    next_attempt_at = CASE WHEN passed THEN NULL ELSE clock_timestamp() END
                FROM (SELECT delivery.id, %s AS passed
                      FROM delivery LEFT JOIN alert ON alert.id = delivery.alert_id
                      WHERE delivery.next_attempt_at = 'infinity' AND delivery.waits_until IS NULL AND %s) AS held
                WHERE delivery.id = held.id AND delivery.next_attempt_at = 'infinity'
                """.formatted(PASSED, Brakes.OFF));
    }
}
