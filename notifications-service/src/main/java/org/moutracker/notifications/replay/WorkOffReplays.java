package org.moutracker.notifications.replay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.time.Loop;

/** Makes due what was ordered, a portion in each transaction: a crash takes back a portion, and any replica goes on. */
@ApplicationScoped
class WorkOffReplays {

    // Nobody who orders a replay counts the seconds.
    private static final Duration IDLE = Duration.ofSeconds(1);

    // Claims wait for the rows for as long as one takes.
    static final int PORTION = 200;

    private final Replays replays;
    private @Nullable Loop loop;

    WorkOffReplays(Replays replays) {
        this.replays = replays;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(
                "replays", IDLE, () -> QuarkusTransaction.requiringNew().call(this::work));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    private boolean work() {
        var open = replays.claim();
        open.ifPresent(replay -> replays.replay(replay, PORTION)
                .ifPresentOrElse(reached -> replays.goOn(replay, reached), () -> replays.finish(replay)));
        return open.isPresent();
    }
}
