package org.moutracker.agreements.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Origin;
import org.moutracker.platform.messaging.Transience;
import org.moutracker.platform.time.Loop;

/**
 * Keeps imports going, a batch in each transaction, on all replicas at once: each takes the import that has waited longest
 * of those that no other is working on. A batch that cannot be stored is halved until the bad line is alone.
 */
@ApplicationScoped
class RunImports {

    private static final Logger LOG = Logger.getLogger(RunImports.class);

    // As measured: more is hardly faster, and commands wait for the batch under way.
    static final int BATCH = 200;

    private static final Duration IDLE = Duration.ofMillis(250);
    private static final int LONGEST_BATCH = 60;

    private final ImportRepository imports;
    private final CheckLines check;
    private final ImportAgreements take;
    private @Nullable Loop loop;
    // These belong to the loop's thread alone.
    private int batch = BATCH;
    private Worked last = new Worked(new UUID(0, 0), 0);
    private final Origin.Order order = new Origin.Order();

    /** An import as it was when a batch of it was begun. */
    private record Worked(UUID id, long version) {}

    RunImports(ImportRepository imports, CheckLines check, ImportAgreements take) {
        this.imports = imports;
        this.check = check;
        this.take = take;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("imports", IDLE, this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private boolean round() {
        try {
            var worked = inTransaction(() -> step(batch));
            batch = Math.min(BATCH, batch * 2);
            return worked;
        } catch (RuntimeException e) {
            if (Transience.of(e)) {
                throw e;
            }
            spare(e);
            return true;
        }
    }

    private void spare(RuntimeException failure) {
        if (batch > 1) {
            batch /= 2;
            return;
        }
        LOG.errorf(
                "a line of import %s cannot be stored: %s",
                last.id(), failure.getClass().getName());
        inTransaction(this::giveUp);
    }

    private boolean inTransaction(Callable<Boolean> work) {
        return ScopedValue.where(Origin.CURRENT, order)
                .call(() ->
                        QuarkusTransaction.requiringNew().timeout(LONGEST_BATCH).call(work));
    }

    /** Does the next batch of an import, if there is one; called in a transaction. */
    boolean step(int count) {
        var claimed = imports.claim();
        claimed.ifPresent(one -> work(one, count));
        return claimed.isPresent();
    }

    private void work(Import one, int count) {
        last = new Worked(one.id, one.version);
        order.begin("imports/" + one.id, one.createdBy);
        switch (one.state) {
            case CHECKING -> check.check(one, count);
            case IMPORTING -> take.take(one, count);
            case CHECKED, IMPORTED, REFUSED, CANCELLED -> throw new IllegalStateException("nothing is to be done");
        }
    }

    /** Only if it is as it was: somebody else may have gone on, and then the next line is another one. */
    private boolean giveUp() {
        var one = imports.lock(last.id());
        if (one.version == last.version()) {
            switch (one.state) {
                case CHECKING -> check.giveUp(one);
                case IMPORTING -> take.giveUp(one, "cannot be stored");
                case CHECKED, IMPORTED, REFUSED, CANCELLED -> {}
            }
        }
        return true;
    }
}
