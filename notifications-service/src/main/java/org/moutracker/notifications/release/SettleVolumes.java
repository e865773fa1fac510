package org.moutracker.notifications.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.delivery.HeldDeliveries;
import org.moutracker.notifications.delivery.Volumes;
import org.moutracker.platform.time.Loop;

/** Lets go what causes have brought once it is counted, or tells operators that somebody has to release it. */
@ApplicationScoped
class SettleVolumes {

    private static final Logger LOG = Logger.getLogger(SettleVolumes.class);
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Volumes volumes;
    private final HeldDeliveries held;
    private @Nullable Loop loop;

    SettleVolumes(Volumes volumes, HeldDeliveries held) {
        this.volumes = volumes;
        this.held = held;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("volumes", IDLE, this::settle);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private boolean settle() {
        var counted = QuarkusTransaction.requiringNew().call(() -> {
            if (!volumes.isCounting()) {
                return List.<Volumes.Counted>of();
            }
            held.lock();
            volumes.forget();
            return volumes.settle();
        });
        counted.stream()
                .filter(Volumes.Counted::waits)
                .forEach(many -> LOG.errorf("very many messages of one cause (%s) wait for a release", many.cause()));
        return false;
    }
}
