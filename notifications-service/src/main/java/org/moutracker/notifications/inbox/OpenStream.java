package org.moutracker.notifications.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client that listens to one inbox. It keeps no more than the number that it has come to and one portion: while the
 * client has not taken that, nothing is read for it, and afterwards what it missed is read again from the database.
 */
final class OpenStream implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription {

    private static final int COME_AGAIN_AFTER_MILLISECONDS = 3000;

    private final UUID recipient;
    private final Reader reader;
    private final Sse sse;
    private final ObjectMapper json;
    private final Runnable hangUp;
    private final Queue<OutboundSseEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger drains = new AtomicInteger();
    private final long openedAt = System.nanoTime();
    private volatile long movedAt = openedAt;
    private volatile long position;
    private volatile boolean ending;
    private volatile boolean closed;
    private Flow.@Nullable Subscriber<? super OutboundSseEvent> client;

    /**
     * Opens it.
     *
     * @param position the number of the last item that the client has; negative for one that wants only what comes now
     * @param hangUp cuts the line at once
     */
    OpenStream(UUID recipient, Reader reader, long position, Sse sse, ObjectMapper json, Runnable hangUp) {
        this.recipient = recipient;
        this.reader = reader;
        this.position = position;
        this.sse = sse;
        this.json = json;
        this.hangUp = hangUp;
        say(sse.newEventBuilder()
                .comment("listening")
                .reconnectDelay(COME_AGAIN_AFTER_MILLISECONDS)
                .build());
    }

    UUID recipient() {
        return recipient;
    }

    Reader reader() {
        return reader;
    }

    long position() {
        return position;
    }

    /** Says that the client has all up to a number, or need not have it. */
    void moveTo(long number) {
        position = number;
    }

    /** Whether the client has not taken yet what it was sent. */
    boolean isBusy() {
        return !waiting.isEmpty();
    }

    boolean isClosed() {
        return closed;
    }

    /** For how long, in nanoseconds, nothing was said, or what was said was not taken. */
    long silentFor() {
        return System.nanoTime() - movedAt;
    }

    long openFor() {
        return System.nanoTime() - openedAt;
    }

    /** Sends items in order; the position moves with them. */
    void send(List<InboxView> items) {
        for (var item : items) {
            say(event(item));
            position = item.number();
        }
    }

    /** Says that the line stands, so that nobody in between cuts it, and a client that is gone is noticed. */
    void heartbeat() {
        say(sse.newEventBuilder().comment("still here").build());
    }

    /** Ends it in good order: the client comes again, and goes on from where it is. */
    void end() {
        ending = true;
        drain();
    }

    /** Cuts off a client that does not take what it is sent. */
    void cut() {
        cancel();
        hangUp.run();
    }

    private void say(OutboundSseEvent event) {
        waiting.add(event);
        movedAt = System.nanoTime();
        drain();
    }

    private OutboundSseEvent event(InboxView item) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(item.number()))
                    .name("alert")
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, json.writeValueAsString(item))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an inbox item cannot be written as JSON", e);
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
        client = subscriber;
        subscriber.onSubscribe(this);
        drain();
    }

    @Override
    public void request(long items) {
        demand.accumulateAndGet(items, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        drain();
    }

    @Override
    public void cancel() {
        closed = true;
        waiting.clear();
    }

    /** Hands over as much as is asked for; one thread at a time, whoever comes meanwhile leaves it to that one. */
    private void drain() {
        var subscriber = client;
        if (subscriber == null || drains.getAndIncrement() > 0) {
            return;
        }
        var seen = 1;
        while (seen > 0) {
            hand(subscriber);
            seen = drains.addAndGet(-seen);
        }
    }

    private void hand(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
        while (!closed && demand.get() > 0) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            demand.decrementAndGet();
            movedAt = System.nanoTime();
            subscriber.onNext(next);
        }
        if (ending && !closed) {
            cancel();
            subscriber.onComplete();
        }
    }
}
