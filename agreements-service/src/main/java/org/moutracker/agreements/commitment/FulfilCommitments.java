package org.moutracker.agreements.commitment;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.moutracker.agreements.commitment.history.CommitmentEntry;
import org.moutracker.agreements.commitment.history.CommitmentEntry.Change;
import org.moutracker.agreements.commitment.history.CommitmentHistory;
import org.moutracker.agreements.commitment.history.EntryKind;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Received;

/** Lets commitments follow their deadlines: met means reported fulfilled, reopened means in progress again. */
@ApplicationScoped
public class FulfilCommitments {

    private final CommitmentRepository commitments;
    private final CommitmentHistory history;
    private final Outbox outbox;
    private final InstantSource clock;

    FulfilCommitments(CommitmentRepository commitments, CommitmentHistory history, Outbox outbox, InstantSource clock) {
        this.commitments = commitments;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Follows the deadlines, given whether each commitment's is met and which event says so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Map<UUID, Boolean> met, Map<UUID, Received<?>> causes) {
        var known = commitments.lock(met.keySet()).stream().collect(toMap(c -> c.id, c -> c));
        var events = new ArrayList<Outbox.Caused<CommitmentEvent>>();
        met.forEach((id, isMet) -> {
            var commitment = known.get(id);
            if (commitment != null) {
                var before = commitment.status;
                var event = isMet ? commitment.reportFulfilled() : commitment.reopen();
                event.ifPresent(e -> {
                    events.add(new Outbox.Caused<>(e, causes.get(id)));
                    note(commitment, isMet, before);
                });
            }
        });
        outbox.publishCaused(events);
    }

    private void note(Commitment commitment, boolean met, CommitmentStatus before) {
        history.persist(CommitmentEntry.bySystem(
                commitment.about(),
                met ? EntryKind.DEADLINE_MET : EntryKind.DEADLINE_REOPENED,
                null,
                new Change(before, commitment.status),
                clock.instant()));
    }
}
