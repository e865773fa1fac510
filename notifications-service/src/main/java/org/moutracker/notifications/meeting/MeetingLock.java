package org.moutracker.notifications.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import org.moutracker.notifications.sql.Sql;

/**
 * Keeps apart who hears of a meeting and who hears of the people and the group that its invitations wait for. Without it
 * neither of two transactions at once would see what the other has heard, and nobody would be invited.
 */
@ApplicationScoped
public class MeetingLock {

    // Any number that no other advisory lock in this database has.
    private static final long KEY = 0x6d656574696e67L;

    private final Sql sql;

    MeetingLock(Sql sql) {
        this.sql = sql;
    }

    /** Until the transaction ends nobody else looks at what this meeting waits for. */
    void hearing() {
        take("SELECT true AS taken FROM pg_advisory_xact_lock_shared(?)");
    }

    /** Until the transaction ends no meeting is heard of. */
    public void lookingAgain() {
        take("SELECT true AS taken FROM pg_advisory_xact_lock(?)");
    }

    private void take(String lock) {
        sql.query(lock, row -> row.getBoolean("taken"), KEY);
    }
}
