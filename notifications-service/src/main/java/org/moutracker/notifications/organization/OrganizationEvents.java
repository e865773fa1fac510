package org.moutracker.notifications.organization;

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

/** Hears which organizations are duplicates, and which were succeeded. */
@ApplicationScoped
class OrganizationEvents {

    private final Inbox inbox;
    private final Organizations organizations;
    private final Event<OrganizationsChanged> changed;

    OrganizationEvents(Inbox inbox, Organizations organizations, Event<OrganizationsChanged> changed) {
        this.inbox = inbox;
        this.organizations = organizations;
        this.changed = changed;
    }

    @Incoming("organizations")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Organization.class, this::reconcile);
    }

    private void reconcile(List<Received<Organization>> news) {
        var heard =
                news.stream().map(Received::state).flatMap(Stream::ofNullable).toList();
        organizations.keep(heard);
        changed.fire(
                new OrganizationsChanged(heard.stream().map(Organization::id).collect(toSet())));
    }
}
