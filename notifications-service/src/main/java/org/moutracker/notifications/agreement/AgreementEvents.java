package org.moutracker.notifications.agreement;

import static java.util.stream.Collectors.toSet;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of agreements and their parties. */
@ApplicationScoped
class AgreementEvents {

    private final Inbox inbox;
    private final Agreements agreements;
    private final jakarta.enterprise.event.Event<AgreementsChanged> changed;

    AgreementEvents(Inbox inbox, Agreements agreements, jakarta.enterprise.event.Event<AgreementsChanged> changed) {
        this.inbox = inbox;
        this.agreements = agreements;
        this.changed = changed;
    }

    @Incoming("agreements")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Inbox.without(records, "commitment"), Agreement.class, this::reconcile);
    }

    private void reconcile(List<Received<Agreement>> news) {
        var states = news.stream().map(Received::state).filter(Objects::nonNull).toList();
        agreements.keep(states);
        changed.fire(new AgreementsChanged(states.stream().map(Agreement::id).collect(toSet())));
    }
}
