package org.moutracker.workinggroups.deadline;

import static org.moutracker.workinggroups.deadline.Recomputations.TOUCHED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.moutracker.workinggroups.calendar.Amendment;

/** Finds the deadlines that something can touch, in one statement however many there are. */
@ApplicationScoped
class TouchedDeadlines {

    // A portion of a stream: small in memory, few round trips.
    private static final int FETCH = 500;

    private static final String FOUND = """
            , marked AS (INSERT INTO recomputation_deadline (recomputation, deadline_id)
                         SELECT :task, id FROM found)
            UPDATE recomputation SET total = (SELECT count(*) FROM found) WHERE id = :task
            """;

    private final Session database;

    TouchedDeadlines(Session database) {
        this.database = database;
    }

    /** Notes for a task what a revision can touch. */
    void mark(long task, String authority, int revision, Amendment amendment) {
        database.createNativeMutationQuery("WITH found AS (SELECT id FROM deadline WHERE " + TOUCHED + ")" + FOUND)
                .setParameter("task", task)
                .setParameter("authority", authority)
                .setParameter("revision", revision)
                .setParameter("days", amendment.days())
                .executeUpdate();
    }

    /** Notes for a task what newer time-zone data can touch: instants that have not come. */
    void mark(long task, String tzdb, Instant now) {
        database.createNativeMutationQuery(
                        "WITH found AS (SELECT id FROM deadline WHERE status = 'ACTIVE' AND tzdb < :tzdb AND due_at > :now)"
                                + FOUND)
                .setParameter("task", task)
                .setParameter("tzdb", tzdb)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Those that are open still, locked in the order that everybody keeps. */
    List<Deadline> lock(Collection<UUID> ids) {
        return database.createNativeQuery("""
                        SELECT * FROM deadline WHERE id = ANY (:ids) AND status IN ('ACTIVE', 'AWAITING_ANCHOR')
                        ORDER BY id FOR UPDATE
                        """, Deadline.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setReadOnly(true)
                .getResultList();
    }

    /** Forgets what was read, since it was stored by other means: who reads it again reads it anew. */
    void forget() {
        database.clear();
    }

    /** Goes through what a revision can touch without keeping it in memory. */
    void forEach(String authority, int revision, Amendment amendment, Consumer<Deadline> work) {
        try (var all = database.createNativeQuery("SELECT * FROM deadline WHERE " + TOUCHED, Deadline.class)
                .setParameter("authority", authority)
                .setParameter("revision", revision)
                .setParameter("days", amendment.days())
                .setReadOnly(true)
                .setFetchSize(FETCH)
                .getResultStream()) {
            all.forEach(deadline -> {
                database.detach(deadline);
                work.accept(deadline);
            });
        }
    }
}
