package org.moutracker.notifications.responsibility;

import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears who answers for an agreement. */
@ApplicationScoped
class ResponsibilityEvents {

    private final Inbox inbox;
    private final Responsibilities responsibilities;
    private final Event<ResponsibilitiesChanged> changed;

    ResponsibilityEvents(Inbox inbox, Responsibilities responsibilities, Event<ResponsibilitiesChanged> changed) {
        this.inbox = inbox;
        this.responsibilities = responsibilities;
        this.changed = changed;
    }

    @Incoming("responsibilities")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Responsibility.class, this::reconcile);
    }

    private void reconcile(List<Received<Responsibility>> news) {
        var heard =
                news.stream().map(Received::state).flatMap(Stream::ofNullable).toList();
        responsibilities.keep(heard);
        changed.fire(new ResponsibilitiesChanged(
                heard.stream().map(Responsibility::id).collect(toSet())));
    }
}
