package org.moutracker.notifications.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.policy.Policies;
import org.moutracker.notifications.policy.RollOuts;
import org.moutracker.platform.time.Loop;

/**
 * Brings plans in line with policies that have changed: a portion of deadlines in a transaction, with how far that has come.
 * So it goes on anywhere after a crash, and holds up nobody for long, however many plans there are.
 */
@ApplicationScoped
class RollOutPolicies {

    private static final Duration IDLE = Duration.ofMillis(500);

    private final Policies policies;
    private final RollOuts rollOuts;
    private final Plans plans;
    private @Nullable Loop loop;

    RollOutPolicies(Policies policies, RollOuts rollOuts, Plans plans) {
        this.policies = policies;
        this.rollOuts = rollOuts;
        this.plans = plans;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(
                "policies", IDLE, () -> QuarkusTransaction.requiringNew().call(this::portion));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** Whoever changes a policy waits for this portion, and begins anew after it. */
    boolean portion() {
        policies.share();
        var claimed = rollOuts.claim();
        claimed.ifPresent(rollOut -> {
            var portion = rollOuts.next(rollOut);
            rollOuts.reach(rollOut, portion, plans.adopt(portion.deadlines()));
        });
        return claimed.isPresent();
    }
}
