package org.moutracker.workinggroups.agreement;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.moutracker.platform.messaging.Inbox;

/** Hears of agreements and their commitments from agreements-service. */
@ApplicationScoped
class AgreementEvents {

    private final Inbox inbox;
    private final FollowAgreements follow;

    AgreementEvents(Inbox inbox, FollowAgreements follow) {
        this.inbox = inbox;
        this.follow = follow;
    }

    @Incoming("agreements")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Inbox.without(records, "commitment"), AgreementState.class, follow::agreements);
        inbox.receive(Inbox.about(records, "commitment"), CommitmentState.class, follow::commitments);
    }
}
