package org.moutracker.notifications.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passes numbers on in their order, though they become visible out of order: a transaction that drew a lower one may
 * commit later. At a gap it waits until every transaction has ended that was under way when the gap was seen; what is still
 * missing then was rolled back.
 */
final class Gapless {

    private long passed;
    private long lost;
    private long seen;
    private @Nullable Long waitsFor;

    /**
     * Begins.
     *
     * @param passed up to which number nothing can come any more
     */
    Gapless(long passed) {
        this.passed = passed;
        this.lost = passed;
    }

    /** Up to which number all is known. */
    long passed() {
        return passed;
    }

    /** Whether it stands at a gap of which nobody has asked yet who may fill it. */
    boolean mustAsk() {
        return seen > passed && waitsFor == null;
    }

    boolean isWaiting() {
        return waitsFor != null;
    }

    /** Waits until all transactions below this one have ended. */
    void waitFor(long next) {
        waitsFor = next;
    }

    /** What is missing below the numbers that were seen was rolled back, once nobody is left who may fill it. */
    void settle(long oldestUnderWay) {
        if (waitsFor != null && oldestUnderWay >= waitsFor) {
            lost = seen;
            waitsFor = null;
        }
    }

    /**
     * How many of these can be passed on.
     *
     * @param visible all above {@link #passed}, ascending; read after {@link #settle}
     */
    int pass(List<Long> visible) {
        var count = 0;
        for (var number : visible) {
            if (number > passed + 1 && number > lost) {
                break;
            }
            passed = number;
            count++;
        }
        if (waitsFor == null) {
            seen = visible.isEmpty() ? passed : visible.getLast();
        }
        return count;
    }
}
