package org.moutracker.notifications.deadline;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of deadlines: opened, moved, met, waived, reopened. */
@ApplicationScoped
class DeadlineEvents {

    private final Inbox inbox;
    private final Deadlines deadlines;
    private final Event<DeadlinesChanged> changed;

    DeadlineEvents(Inbox inbox, Deadlines deadlines, Event<DeadlinesChanged> changed) {
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.changed = changed;
    }

    @Incoming("deadlines")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Deadline.class, this::reconcile);
    }

    /** What is internal to one side; nobody else reads that topic. */
    @Incoming("internal-deadlines")
    @Blocking
    void onInternal(ConsumerRecords<String, byte[]> records) {
        on(records);
    }

    private void reconcile(List<Received<Deadline>> news) {
        var states = new ArrayList<Deadline>();
        var told = new ArrayList<Received<Deadline>>();
        for (var received : news) {
            if (received.state() != null) {
                states.add(received.state());
                told.add(received);
            }
        }
        deadlines.keep(states);
        changed.fire(new DeadlinesChanged(told));
    }
}
