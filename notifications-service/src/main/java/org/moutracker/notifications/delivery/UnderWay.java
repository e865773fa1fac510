package org.moutracker.notifications.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The messages that this process is sending, from their claim until their answer is written down. One thread has it. */
final class UnderWay {

    private static final Duration GATHERED = Duration.ofMillis(20);
    private static final int ENOUGH = 50;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Claimed> messages = Collections.newSetFromMap(new IdentityHashMap<>());
    private final BlockingQueue<Settlement> answers = new LinkedBlockingQueue<>();
    private final List<Settlement> unsettled = new ArrayList<>();

    /** Sends one, however long that takes, beside all others. */
    void begin(Claimed message, Supplier<Settlement> sending) {
        messages.add(message);
        threads.execute(() -> answers.add(sending.get()));
    }

    /** Waits for some answers, so that a commit serves many; and not for long, so that what is free gets more to do. */
    void await() throws InterruptedException {
        var end = System.nanoTime() + GATHERED.toNanos();
        for (var left = GATHERED.toNanos(); left > 0; left = end - System.nanoTime()) {
            var next = answers.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                unsettled.add(next);
            }
            if (unsettled.size() >= Math.min(ENOUGH, messages.size())) {
                return;
            }
        }
    }

    /** What came of messages so far; it is answered again until it is said to be settled. */
    List<Settlement> answered() {
        answers.drainTo(unsettled);
        return List.copyOf(unsettled);
    }

    void settled() {
        unsettled.forEach(settlement -> messages.remove(settlement.claimed()));
        unsettled.clear();
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    int size() {
        return messages.size();
    }

    List<Claimed> messages() {
        return List.copyOf(messages);
    }
}
