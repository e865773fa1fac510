package org.moutracker.workinggroups.deadline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.time.Loop;

/**
 * The engine: tells of every schedule once that its instant has passed. One statement claims what is due, so that
 * replicas share the work and none does it twice; what is later costs nothing, however much of it there is.
 */
@ApplicationScoped
class PassDeadlines {

    // As measured: few enough to keep the locks short, enough to make the round trips cheap.
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(50);

    private static final String CLAIM = """
            WITH due AS (
                SELECT id FROM deadline WHERE status = 'ACTIVE' AND NOT passed AND due_at <= :now
                ORDER BY due_at LIMIT :batch FOR UPDATE SKIP LOCKED)
            UPDATE deadline SET
                passed = true, version = version + 1, status = once_passed,
                closed_by = CASE WHEN once_passed <> 'ACTIVE' THEN 'TIME' END,
                met_on = CASE WHEN once_passed = 'MET' THEN last_day END
            FROM due WHERE deadline.id = due.id
            RETURNING deadline.*
            """;

    private final Session database;
    private final DeadlineLedger ledger;
    private final Consequences consequences;
    private final InstantSource clock;
    private @Nullable Loop loop;

    PassDeadlines(Session database, DeadlineLedger ledger, Consequences consequences, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.consequences = consequences;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(
                "deadlines-pass", IDLE, () -> QuarkusTransaction.requiringNew().call(this::pass));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private boolean pass() {
        var now = clock.instant();
        var claimed = database.createNativeQuery(CLAIM, Deadline.class)
                .setParameter("now", now)
                .setParameter("batch", BATCH)
                .setReadOnly(true)
                .getResultList();
        ledger.tell(claimed.stream()
                .map(deadline -> new Caused<DeadlineEvent>(deadline.pass(now), null))
                .toList());
        consequences.follow(claimed.stream()
                .filter(deadline -> !deadline.status.isOpen() || deadline.goesOn())
                .toList());
        return claimed.size() == BATCH;
    }
}
