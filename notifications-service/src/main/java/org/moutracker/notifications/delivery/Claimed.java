package org.moutracker.notifications.delivery;

import java.time.Instant;
import java.util.UUID;
import org.moutracker.notifications.mail.Letter;

/**
 * A message that this process alone may send until its lease ends.
 *
 * @param token who has an older one has lost the lease
 * @param attempts this one included
 * @param deferrals how often the server said "later" before
 * @param was where it stood before
 * @param repeats whether to send again when nobody knows if it arrived
 */
record Claimed(
        UUID id,
        long token,
        int attempts,
        int deferrals,
        boolean repeats,
        Instant startedAt,
        DeliveryStatus was,
        Letter letter) {}
