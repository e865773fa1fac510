package org.moutracker.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.moutracker.platform.limit.RateSettings.Rate;

/** What is left to each of many clients. Each replica counts for itself. */
final class Allowances {

    // Some two hundred bytes each: 20 MB at most, however many addresses somebody has. Who is forgotten begins anew.
    private static final long MOST_CLIENTS = 100_000;

    // Longer than a bucket takes to be full again, after which it is as one that is new.
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Rate rate;
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    Allowances(Rate rate) {
        this.rate = rate;
    }

    /** Takes one, and answers how long to wait for it: zero if it is there. */
    Duration take(String client) {
        return Duration.ofNanos(of(client).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** How long to wait until there is one; none is taken. */
    Duration look(String client) {
        return Duration.ofNanos(of(client).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket of(String client) {
        return clients.get(client, unknown -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.atOnce()).refillGreedy(rate.aMinute(), Duration.ofMinutes(1)))
                .build());
    }
}
