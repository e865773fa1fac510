package org.moutracker.notifications.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.moutracker.platform.problem.ProblemType.TOO_MANY_REQUESTS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.inbox.InboxPages.Item;
import org.moutracker.notifications.inbox.Numbers.Given;
import org.moutracker.notifications.inbox.Numbers.Stretch;
import org.moutracker.platform.problem.Refused;
import org.moutracker.platform.time.Loop;

/**
 * Tells all clients that listen what is new. The database is asked once for all of them, and once more for each kind of
 * reader; by itself for a client only when that one has just come or fell behind. Since everything is read from there, it
 * does not matter which replica a client listens to.
 */
@ApplicationScoped
class InboxStreams {

    private static final int PORTION = 50;

    // Clients that are behind, in one round: the others are not to wait for them.
    private static final int BEHIND_AT_ONCE = 20;

    private final Numbers numbers;
    private final InboxPages inboxes;
    private final StreamSettings settings;
    private final Counter cutOff;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile long known = -1;
    private @Nullable Loop loop;

    InboxStreams(Numbers numbers, InboxPages inboxes, StreamSettings settings, MeterRegistry metrics) {
        this.numbers = numbers;
        this.inboxes = inboxes;
        this.settings = settings;
        this.cutOff = metrics.counter("mou.inbox.streams.cut");
        metrics.gaugeCollectionSize("mou.inbox.streams", List.of(), open);
        metrics.gauge("mou.inbox.streams.held", numbers, waiting -> waiting.isHeld() ? 1 : 0);
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("inbox-streams", settings.every(), this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
        open.forEach(OpenStream::end);
    }

    /** From where somebody listens who wants only what comes from now on; negative while that is not known yet. */
    long now() {
        return known;
    }

    void requireRoom() {
        if (open.size() >= settings.most()) {
            throw new Refused(TOO_MANY_REQUESTS, "as many clients listen as can: try again later");
        }
    }

    void add(OpenStream stream) {
        open.add(stream);
    }

    boolean round() {
        open.removeIf(OpenStream::isClosed);
        var stretch = numbers.next();
        var more = stretch != null && tell(stretch);
        if (stretch != null) {
            known = stretch.until();
        }
        open.forEach(this::tend);
        return more;
    }

    /** Whether there is more to tell at once. */
    private boolean tell(Stretch stretch) {
        var ready = open.stream().filter(stream -> !stream.isBusy()).toList();
        var current = ready.stream()
                .filter(stream -> stream.position() == stretch.after())
                .toList();
        current.stream()
                .collect(groupingBy(OpenStream::reader))
                .forEach((reader, streams) -> tell(reader, streams, stretch));
        var behind = ready.stream()
                .filter(stream -> stream.position() < stretch.until() && !current.contains(stream))
                .toList();
        behind.stream().limit(BEHIND_AT_ONCE).forEach(stream -> catchUp(stream, stretch.until()));
        return stretch.isFull()
                || ready.stream().anyMatch(stream -> !stream.isBusy() && stream.position() < stretch.until());
    }

    private void tell(Reader reader, List<OpenStream> streams, Stretch stretch) {
        var listening = streams.stream().map(OpenStream::recipient).collect(toSet());
        var theirs = stretch.given().stream()
                .filter(given -> listening.contains(given.recipientId()))
                .map(Given::number)
                .toList();
        var items = items(theirs, reader);
        for (var stream : streams) {
            stream.send(items.stream()
                    .filter(item -> item.recipientId().equals(stream.recipient()))
                    .map(Item::view)
                    .toList());
            stream.moveTo(stretch.until());
        }
    }

    private Collection<Item> items(List<Long> theirs, Reader reader) {
        return theirs.isEmpty() ? List.of() : inboxes.of(theirs, reader);
    }

    private void catchUp(OpenStream stream, long until) {
        if (stream.position() < 0) {
            stream.moveTo(until);
            return;
        }
        var missed = inboxes.between(stream.recipient(), stream.reader(), stream.position(), until, PORTION);
        stream.send(missed);
        if (missed.size() < PORTION) {
            stream.moveTo(until);
        }
    }

    /** Keeps the line of a client alive, or ends it. */
    private void tend(OpenStream stream) {
        if (stream.isBusy() && isOver(stream.silentFor(), settings.patience())) {
            cutOff.increment();
            stream.cut();
        } else if (isOver(stream.openFor(), settings.longest())) {
            stream.end();
        } else if (!stream.isBusy() && isOver(stream.silentFor(), settings.heartbeat())) {
            stream.heartbeat();
        }
    }

    private static boolean isOver(long nanoseconds, Duration duration) {
        return nanoseconds > duration.toNanos();
    }
}
