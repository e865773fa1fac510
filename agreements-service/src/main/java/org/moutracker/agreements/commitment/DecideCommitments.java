package org.moutracker.agreements.commitment;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.history.CommitmentEntry;
import org.moutracker.agreements.commitment.history.CommitmentEntry.Change;
import org.moutracker.agreements.commitment.history.CommitmentHistory;
import org.moutracker.agreements.commitment.history.EntryKind;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;

/** Keeps and tells what groups decide about commitments. Whoever calls has locked their agreement. */
@ApplicationScoped
@Transactional(MANDATORY)
public class DecideCommitments {

    private final CommitmentRepository commitments;
    private final CommitmentHistory history;
    private final Outbox outbox;
    private final InstantSource clock;

    DecideCommitments(CommitmentRepository commitments, CommitmentHistory history, Outbox outbox, InstantSource clock) {
        this.commitments = commitments;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens one, which goes the way of its agreement at once. */
    public UUID open(
            UUID agreement, CommitmentForm form, Standing standing, @Nullable Survival survival, Received<?> cause) {
        var opened = new Commitment(agreement, form);
        var events = new ArrayList<Caused<CommitmentEvent>>();
        events.add(new Caused<>(opened.open(), cause));
        opened.follow(standing, survival).ifPresent(event -> events.add(new Caused<>(event, cause)));
        commitments.persist(opened);
        outbox.publishCaused(events);
        return opened.id;
    }

    /** Why one cannot be closed; empty when it can be. */
    public Optional<String> closed(UUID id) {
        var commitment = commitments.lock(List.of(id)).getFirst();
        return commitment.status.isClosed()
                ? Optional.of("commitment %s is %s already".formatted(commitment.code, commitment.status))
                : Optional.empty();
    }

    /** Closes one that is open, and answers where it stood, whatever its agreement made of it. */
    public CommitmentStatus close(UUID id, CommitmentStatus as, @Nullable String because, Received<?> cause) {
        var commitment = commitments.lock(List.of(id)).getFirst();
        var before = commitment.progress;
        var stood = commitment.status;
        var event = commitment.close(as);
        note(commitment, EntryKind.DECISION, because, stood);
        tell(event, cause);
        return before;
    }

    /** Takes back that one was closed, if that stands still. */
    public boolean restore(UUID id, CommitmentStatus before, @Nullable String because, Received<?> cause) {
        var commitment = commitments.lock(List.of(id)).getFirst();
        if (!commitment.progress.isClosed()) {
            return false;
        }
        var stood = commitment.status;
        var event = commitment.restore(before);
        note(commitment, EntryKind.DECISION_VOIDED, because, stood);
        tell(event, cause);
        return true;
    }

    private void note(Commitment commitment, EntryKind kind, @Nullable String because, CommitmentStatus before) {
        history.persist(CommitmentEntry.bySystem(
                commitment.about(), kind, because, new Change(before, commitment.status), clock.instant()));
    }

    private void tell(CommitmentEvent event, Received<?> cause) {
        outbox.publishCaused(List.of(new Caused<>(event, cause)));
        // The next change makes a version of its own.
        commitments.flush();
    }
}
