package org.moutracker.notifications.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a message from what came of an attempt.
 *
 * @param retryIn how long until the next attempt; null when there is none
 */
record Settlement(
        Claimed claimed,
        Answer answer,
        DeliveryStatus status,
        @Nullable ClosedBecause closedBecause,
        @Nullable Duration retryIn) {

    static Settlement of(Claimed claimed, Answer answer, Backoff backoff) {
        return switch (answer.outcome()) {
            case ACCEPTED -> new Settlement(claimed, answer, DeliveryStatus.ACCEPTED, null, null);
            case REFUSED -> closed(claimed, answer, ClosedBecause.REFUSED);
            case DEFERRED ->
                backoff.afterDeferral(claimed.deferrals() + 1)
                        .map(wait -> waits(claimed, answer, DeliveryStatus.RETRY_WAIT, wait))
                        .orElseGet(() -> closed(claimed, answer, ClosedBecause.DEAD));
            case UNREACHABLE -> {
                var times = Math.max(1, claimed.attempts() - claimed.deferrals());
                yield waits(claimed, answer, DeliveryStatus.RETRY_WAIT, backoff.afterSilence(times));
            }
            // A reminder that may have arrived is held, for the next step comes anyway; the last one before the day,
            // and
            // what comes after it, is sent again: better twice than never.
            case UNKNOWN ->
                waits(
                        claimed,
                        answer,
                        DeliveryStatus.UNCERTAIN,
                        claimed.repeats()
                                ? backoff.afterUncertainty(claimed.attempts()).orElse(null)
                                : null);
        };
    }

    private static Settlement closed(Claimed claimed, Answer answer, ClosedBecause because) {
        return new Settlement(claimed, answer, DeliveryStatus.CLOSED, because, null);
    }

    private static Settlement waits(Claimed claimed, Answer answer, DeliveryStatus status, @Nullable Duration retryIn) {
        return new Settlement(claimed, answer, status, null, retryIn);
    }

    int deferrals() {
        return claimed.deferrals() + (answer.outcome() == AttemptOutcome.DEFERRED ? 1 : 0);
    }
}
