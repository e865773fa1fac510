package org.moutracker.agreements.commitment;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Received;

/** Lets commitments follow their deadlines: met means reported fulfilled, reopened means in progress again. */
@ApplicationScoped
public class FulfilCommitments {

    private final CommitmentRepository commitments;
    private final Outbox outbox;

    FulfilCommitments(CommitmentRepository commitments, Outbox outbox) {
        this.commitments = commitments;
        this.outbox = outbox;
    }

    /** Follows the deadlines, given whether each commitment's is met and which event says so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Map<UUID, Boolean> met, Map<UUID, Received<?>> causes) {
        var known = commitments.lock(met.keySet()).stream().collect(toMap(c -> c.id, c -> c));
        var events = new ArrayList<Outbox.Caused<CommitmentEvent>>();
        met.forEach((id, isMet) -> {
            var commitment = known.get(id);
            if (commitment != null) {
                var event = isMet ? commitment.reportFulfilled() : commitment.reopen();
                event.ifPresent(e -> events.add(new Outbox.Caused<>(e, causes.get(id))));
            }
        });
        outbox.publishCaused(events);
    }
}
