package org.moutracker.agreements.commitment;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Outbox outbox;

    DecideCommitments(CommitmentRepository commitments, Outbox outbox) {
        this.commitments = commitments;
        this.outbox = outbox;
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
    public CommitmentStatus close(UUID id, CommitmentStatus as, Received<?> cause) {
        var commitment = commitments.lock(List.of(id)).getFirst();
        var before = commitment.progress;
        tell(commitment.close(as), cause);
        return before;
    }

    /** Takes back that one was closed, if that stands still. */
    public boolean restore(UUID id, CommitmentStatus before, Received<?> cause) {
        var commitment = commitments.lock(List.of(id)).getFirst();
        if (!commitment.progress.isClosed()) {
            return false;
        }
        tell(commitment.restore(before), cause);
        return true;
    }

    private void tell(CommitmentEvent event, Received<?> cause) {
        outbox.publishCaused(List.of(new Caused<>(event, cause)));
        // The next change makes a version of its own.
        commitments.flush();
    }
}
