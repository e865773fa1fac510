package org.moutracker.agreements.deadline;

import static java.util.Objects.requireNonNull;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
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
     * What an agreement and its commitments need to know of a deadline.
     *
     * @param kind what it is for: a watch for stagnation says nothing of whether its commitment is kept
     * @param recurs whether another time of what recurs follows: then the commitment is not fulfilled with this one
     */
    record Deadline(
            UUID id,
            UUID agreementId,
            @Nullable UUID workingGroupId,
            @Nullable UUID commitmentId,
            String kind,
            String title,
            String status,
            @Nullable Boolean recurs,
            @Nullable LocalDate lastDay,
            @Nullable Instant dueAt,
            @Nullable LocalDate metOn,
            long version) {

        /** Whether what becomes of it is what becomes of its commitment. */
        boolean decides() {
            return commitmentId != null && !Boolean.TRUE.equals(recurs) && !kind.equals(KnownDeadline.STAGNATION);
        }
    }

    private final Inbox inbox;
    private final FulfilCommitments fulfilCommitments;
    private final KnownDeadlines deadlines;

    DeadlineEvents(Inbox inbox, FulfilCommitments fulfilCommitments, KnownDeadlines deadlines) {
        this.inbox = inbox;
        this.fulfilCommitments = fulfilCommitments;
        this.deadlines = deadlines;
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
        deadlines.keep(news);
    }
}
