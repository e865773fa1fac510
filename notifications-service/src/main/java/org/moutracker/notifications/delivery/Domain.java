package org.moutracker.notifications.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * What this process knows of a domain that mails go to: open, or left alone for a while because it has refused several in
 * a row, and longer each time that it refuses the one that asks again. It belongs to the thread that claims, but for its
 * slots.
 */
final class Domain {

    // Greylisting and a full quota refuse a few; who refuses so many in a row refuses all.
    private static final int MOST_REFUSALS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration ASKING = Duration.ofSeconds(5);

    private final Allowance allowance;
    private final Semaphore slots;
    private int refusals;
    private int pauses;
    private long openAgainAt;
    private boolean asking;
    private int underWay;

    /** @param slots connections that it may use at once: a slow domain must leave some to others */
    Domain(Allowance allowance, int slots) {
        this.allowance = allowance;
        this.slots = new Semaphore(slots);
    }

    /** The part of an address that says who takes its mails. */
    static String of(String mailbox) {
        var text = mailbox.strip().toLowerCase(java.util.Locale.ROOT);
        return text.substring(text.lastIndexOf('@') + 1);
    }

    Semaphore slots() {
        return slots;
    }

    int underWay() {
        return underWay;
    }

    /** Whether nothing is to be sent there now. */
    boolean isShut(long now) {
        return leftAloneFor(now).or(() -> allowance.emptyFor(now)).isPresent();
    }

    /** For how long it is left alone since it refuses; empty when it is not. */
    Optional<Duration> leftAloneFor(long now) {
        if (pauses == 0) {
            return Optional.empty();
        }
        var left = openAgainAt - now;
        if (left > 0) {
            return Optional.of(Duration.ofNanos(left));
        }
        // While one message asks, the others wait for its answer.
        return asking ? Optional.of(ASKING) : Optional.empty();
    }

    /** Takes a message that is to be sent now, or says how long it has to wait. */
    Optional<Duration> admit(long now) {
        var wait = leftAloneFor(now).or(() -> allowance.take(now));
        if (wait.isEmpty()) {
            underWay++;
            asking = pauses > 0;
        }
        return wait;
    }

    void withdraw() {
        underWay--;
        asking = false;
    }

    void answered(AttemptOutcome outcome, long now) {
        withdraw();
        switch (outcome) {
            case ACCEPTED, REFUSED -> {
                refusals = 0;
                pauses = 0;
            }
            case DEFERRED, UNKNOWN -> refused(now);
            // Our own server is away, which says nothing of the domain.
            case UNREACHABLE -> {}
        }
    }

    private void refused(long now) {
        refusals++;
        // Of those that were under way together, the first that fill the measure count, and not each of the others
        // again.
        if (refusals >= MOST_REFUSALS && now >= openAgainAt) {
            openAgainAt = now
                    + FIRST_PAUSE
                            .multipliedBy(1L << Math.min(pauses, MOST_DOUBLINGS))
                            .toNanos();
            pauses++;
        }
    }
}
