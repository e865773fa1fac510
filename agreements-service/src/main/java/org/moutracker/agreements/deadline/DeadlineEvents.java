package org.moutracker.agreements.deadline;

import static java.util.Objects.requireNonNull;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.FulfilCommitments;
import org.moutracker.platform.messaging.Inbox;
import org.moutracker.platform.messaging.Received;

/** Hears of deadlines from working-group-service. */
@ApplicationScoped
class DeadlineEvents {

    /**
     * What a commitment needs to know of its deadline.
     *
     * @param kind what it is for: a watch for stagnation says nothing of whether its commitment is kept
     * @param recurs whether another time of what recurs follows: then the commitment is not fulfilled with this one
     */
    record Deadline(
            @Nullable UUID commitmentId,
            @Nullable String kind,
            String status,
            @Nullable Boolean recurs) {

        /** Whether what becomes of it is what becomes of its commitment. */
        boolean decides() {
            return commitmentId != null && !Boolean.TRUE.equals(recurs) && !"STAGNATION".equals(kind);
        }
    }

    private final Inbox inbox;
    private final FulfilCommitments fulfilCommitments;

    DeadlineEvents(Inbox inbox, FulfilCommitments fulfilCommitments) {
        this.inbox = inbox;
        this.fulfilCommitments = fulfilCommitments;
    }

    @Incoming("deadlines")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, Deadline.class, this::follow);
    }

    private void follow(List<Received<Deadline>> news) {
        var met = new HashMap<UUID, Boolean>();
        var causes = new HashMap<UUID, Received<?>>();
        for (var received : news) {
            var deadline = requireNonNull(received.state(), "a deadline is never erased");
            if (deadline.decides()) {
                met.put(deadline.commitmentId(), deadline.status().equals("MET"));
                causes.put(deadline.commitmentId(), received);
            }
        }
        if (!met.isEmpty()) {
            fulfilCommitments.follow(met, causes);
        }
    }
}
