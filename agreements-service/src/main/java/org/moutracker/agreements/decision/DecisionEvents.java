package org.moutracker.agreements.decision;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;

/** Hears of decisions from working-group-service. */
@ApplicationScoped
class DecisionEvents {

    private final Inbox inbox;
    private final FollowDecisions follow;

    DecisionEvents(Inbox inbox, FollowDecisions follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("decisions")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, DecisionState.class, follow::follow);
    }
}
