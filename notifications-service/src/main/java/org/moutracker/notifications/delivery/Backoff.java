package org.moutracker.notifications.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt, by what came of the last; in real time, ± 20 % so that not all come at once. */
final class Backoff {

    /** Where a server says "later", it means minutes: greylisting, quotas, a full disk. */
    private static final List<Duration> DEFERRED = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /**
     * Where nobody answers at all, our own relay is restarting or cut off, which is over in seconds as a rule. An attempt
     * costs next to nothing then, and nothing can be doubled: so soon, and without end.
     */
    private static final List<Integer> UNREACHABLE_SECONDS = List.of(1, 1, 2, 2, 3, 5, 5, 5, 10, 15, 30, 60);

    /** A message that may have arrived is repeated at most so often: each time the reader may get it once more. */
    private static final List<Duration> UNKNOWN =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(15));

    private final DoubleSupplier random;

    /** Takes numbers from 0 to 1. */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Empty once it has been tried as often as is reasonable. */
    Optional<Duration> afterDeferral(int deferrals) {
        return nth(DEFERRED, deferrals);
    }

    Duration afterSilence(int times) {
        var seconds = UNREACHABLE_SECONDS.get(Math.min(times, UNREACHABLE_SECONDS.size()) - 1);
        return jittered(Duration.ofSeconds(seconds));
    }

    Optional<Duration> afterUncertainty(int attempts) {
        return nth(UNKNOWN, attempts);
    }

    private Optional<Duration> nth(List<Duration> waits, int time) {
        return time > waits.size() ? Optional.empty() : Optional.of(jittered(waits.get(time - 1)));
    }

    private Duration jittered(Duration wait) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (0.8 + 0.4 * random.getAsDouble())));
    }
}
