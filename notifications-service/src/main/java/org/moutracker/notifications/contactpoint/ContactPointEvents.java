package org.moutracker.notifications.contactpoint;

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

/** Hears who is the contact point of an organization. */
@ApplicationScoped
class ContactPointEvents {

    private final Inbox inbox;
    private final ContactPoints points;
    private final Event<ContactPointsChanged> changed;

    ContactPointEvents(Inbox inbox, ContactPoints points, Event<ContactPointsChanged> changed) {
        this.inbox = inbox;
        this.points = points;
        this.changed = changed;
    }

    @Incoming("contact-points")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ContactPoint.class, this::reconcile);
    }

    private void reconcile(List<Received<ContactPoint>> news) {
        var heard =
                news.stream().map(Received::state).flatMap(Stream::ofNullable).toList();
        points.keep(heard);
        changed.fire(new ContactPointsChanged(
                heard.stream().map(ContactPoint::organizationId).collect(toSet())));
    }
}
