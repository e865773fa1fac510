package org.moutracker.notifications.recipient;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of people and forgets those who are erased. */
@ApplicationScoped
class PersonEvents {

    private final Inbox inbox;
    private final Recipients recipients;
    private final Event<AddressesChanged> addresses;
    private final Event<PeopleChanged> changed;

    PersonEvents(Inbox inbox, Recipients recipients, Event<AddressesChanged> addresses, Event<PeopleChanged> changed) {
        this.inbox = inbox;
        this.recipients = recipients;
        this.addresses = addresses;
        this.changed = changed;
    }

    @Incoming("people")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Person.class, this::reconcile);
    }

    private void reconcile(List<Received<Person>> news) {
        var known = new ArrayList<Person>();
        var erased = new ArrayList<UUID>();
        for (var received : news) {
            if (received.state() == null) {
                erased.add(UUID.fromString(received.subject()));
            } else {
                known.add(received.state());
            }
        }
        var readdressed = new HashSet<>(recipients.keep(known));
        recipients.erase(erased);
        readdressed.addAll(erased);
        if (!readdressed.isEmpty()) {
            addresses.fire(new AddressesChanged(readdressed));
        }
        var ids = new HashSet<>(erased);
        known.forEach(person -> ids.add(person.id()));
        changed.fire(new PeopleChanged(ids));
    }
}
