package org.moutracker.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much of a known amount of work gets done in a second. */
final class Rate {
    /** Whoever is not done by then is told by what was done. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    // Asking takes from what is measured: at most a twentieth of the time goes into it.
    private static final int PAUSE_PER_QUESTION = 19;

    /** Says how much is done so far. */
    @FunctionalInterface
    interface Done {
        long count() throws Exception;
    }

    /** Work that is done when it returns. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private Rate() {}

    /** Watches work that others do, until all of it is done. */
    static double watching(long begin, long all, Done done) throws Exception {
        while (true) {
            var asked = System.nanoTime();
            var count = done.count();
            var now = System.nanoTime();
            if (count >= all || now - begin > LONGEST.toNanos()) {
                return perSecond(Math.min(count, all), now - begin);
            }
            TimeUnit.NANOSECONDS.sleep(Math.clamp(PAUSE_PER_QUESTION * (now - asked), 2_000_000, 500_000_000));
        }
    }

    /** Does it here and now, a portion each time, until a portion is empty. */
    static double ofPortions(Done portion) throws Exception {
        var begin = System.nanoTime();
        var done = 0L;
        for (var more = true; more && System.nanoTime() - begin < LONGEST.toNanos(); ) {
            var count = portion.count();
            done += count;
            more = count > 0;
        }
        return perSecond(done, System.nanoTime() - begin);
    }

    /** Does it here and now. */
    static double of(long amount, Work work) throws Exception {
        var begin = System.nanoTime();
        work.run();
        return perSecond(amount, System.nanoTime() - begin);
    }

    static double perSecond(long amount, long nanos) {
        return Math.round(10 * amount * 1e9 / nanos) / 10.0;
    }
}
