package org.moutracker.notifications.delivery;

import java.time.Duration;
import java.util.Optional;

/** How many messages may go in a second, and how many of them at once after a pause: as many. */
final class Allowance {

    private static final double NANOS = 1e9;

    private final double rate;
    private double left;
    private long countedAt;
    private int waiting;

    private Allowance(double rate, long now) {
        this.rate = rate;
        this.left = rate;
        this.countedAt = now;
    }

    /** @param perSecond empty where any number may go */
    static Allowance of(Optional<Integer> perSecond, long now) {
        return new Allowance(perSecond.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY), now);
    }

    /** Until one may go again; empty when one may go now. */
    Optional<Duration> emptyFor(long now) {
        if (Double.isInfinite(rate)) {
            return Optional.empty();
        }
        left = Math.min(rate, left + (now - countedAt) / NANOS * rate);
        countedAt = now;
        return left >= 1 ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round((1 - left) / rate * NANOS)));
    }

    /** Lets one go, or says when it may ask again: each that has to wait is told another time. */
    Optional<Duration> take(long now) {
        var wait = emptyFor(now);
        if (wait.isPresent()) {
            var turn = Duration.ofNanos(Math.round(waiting++ / rate * NANOS));
            return wait.map(turn::plus);
        }
        waiting = 0;
        left--;
        return wait;
    }

    /** How many may go now. */
    int available(long now) {
        return emptyFor(now).isPresent() ? 0 : (int) Math.min(Integer.MAX_VALUE, left);
    }
}
