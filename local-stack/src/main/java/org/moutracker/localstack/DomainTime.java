package org.moutracker.localstack;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.moutracker.localstack.process.StartFailed;

/** What a run of the stack does to the simulated clock, if there is one: time passes only while the services run. */
record DomainTime(SimulatedClock clock) {

    /** @param lastSeenAlive when the run before was alive for the last time */
    static DomainTime prepare(UpOptions options, Optional<Instant> lastSeenAlive) throws StartFailed {
        var clock = new SimulatedClock(options.data().clock());
        if (clock.exists()) {
            // Not if it was stopped as it should; then it stands still already.
            lastSeenAlive.ifPresent(clock::stopAsOf);
        }
        if (options.clock().isPresent()) {
            begin(clock, options.clock().get(), options);
        } else if (options.speed().isPresent()) {
            changeSpeed(clock, options.speed().get());
        }
        return new DomainTime(clock);
    }

    void start() {
        if (clock.exists()) {
            clock.start();
        }
    }

    void stop() {
        if (clock.exists()) {
            clock.stop();
        }
    }

    private static void begin(SimulatedClock clock, Instant instant, UpOptions options) throws StartFailed {
        var wasUsed = Files.exists(options.data().postgres());
        var stands = clock.exists() ? clock.instant() : Instant.now();
        if (wasUsed && instant.isBefore(stands)) {
            throw new StartFailed(
                    "The data in %s has seen %s and the clock cannot go back to %s: add --fresh to begin anew"
                            .formatted(options.data().path(), stands, instant));
        }
        clock.beginStopped(instant, options.speed().orElse(Speed.REAL_TIME));
    }

    private static void changeSpeed(SimulatedClock clock, Speed speed) throws StartFailed {
        if (!clock.exists()) {
            throw new StartFailed(
                    "--speed needs a simulated clock: add --clock, for example --clock 2025-09-17T12:00:00+05:00");
        }
        clock.setPace(speed);
    }
}
