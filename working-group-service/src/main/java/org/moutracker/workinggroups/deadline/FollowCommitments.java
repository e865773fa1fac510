package org.moutracker.workinggroups.deadline;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.calendar.KnownCalendars;

/** Opens and moves deadlines as their commitments ask, many in few statements. */
@ApplicationScoped
public class FollowCommitments {

    /** What a deadline is to follow, and the event that says so. */
    public record Order(Commissioned by, Received<?> cause) {}

    private record Key(UUID commitment, DeadlineKind kind) {}

    private final DeadlineRepository deadlines;
    private final DeadlineLedger ledger;
    private final KnownCalendars calendars;
    private final InstantSource clock;

    FollowCommitments(
            DeadlineRepository deadlines, DeadlineLedger ledger, KnownCalendars calendars, InstantSource clock) {
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Brings every deadline to what is asked of it; what is so already stays untouched and untold. */
    @Transactional(MANDATORY)
    public void follow(List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var known = new HashMap<Key, Deadline>();
        var commitments = orders.stream()
                .map(order -> order.by().commitmentId())
                .distinct()
                .toList();
        deadlines.lockOf(commitments).forEach(found -> known.put(new Key(found.commitmentId, found.kind), found));
        var current = calendars.current();
        var now = clock.instant();
        var events = new ArrayList<Caused<DeadlineEvent>>();
        for (var order : orders) {
            var by = order.by();
            var found = known.get(new Key(by.commitmentId(), by.kind()));
            Optional<? extends DeadlineEvent> event;
            if (found == null) {
                var opened = new Deadline(by, current, order.cause().time());
                deadlines.persist(opened);
                event = Optional.of(opened.open(now));
            } else {
                event = found.follow(by, current, order.cause().time(), now);
            }
            event.ifPresent(told -> events.add(new Caused<>(told, order.cause())));
        }
        ledger.tell(events);
    }
}
