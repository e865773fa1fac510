package org.moutracker.agreements.progress;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.moutracker.agreements.agreement.AgreementsOfCommitments;
import org.moutracker.agreements.commitment.CommitmentEvent;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.SilentConfirmation;
import org.moutracker.agreements.commitment.history.CommitmentEntry;
import org.moutracker.agreements.commitment.history.CommitmentHistory;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;
import org.moutracker.platform.messaging.Outbox;

/**
 * Lets sides confirm by silence as soon as it has lasted long enough. What is claimed is the agreement, since it is locked
 * before its commitments by everybody else, too.
 */
@ApplicationScoped
class ConfirmBySilence implements DueWork<UUID> {

    private static final DueRows ROWS =
            new DueRows("agreement", "id", "silence_over_at", "silence_over_at IS NOT NULL", "id");

    private final AgreementsOfCommitments agreements;
    private final CommitmentRepository commitments;
    private final CommitmentHistory history;
    private final Outbox outbox;

    ConfirmBySilence(
            AgreementsOfCommitments agreements,
            CommitmentRepository commitments,
            CommitmentHistory history,
            Outbox outbox) {
        this.agreements = agreements;
        this.commitments = commitments;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "silences";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> ids, Instant now) {
        var sides = agreements.sides(ids);
        var events = new ArrayList<CommitmentEvent>();
        for (var commitment : commitments.lockOf(ids)) {
            var concerned = commitment.concerned(
                    requireNonNull(sides.get(CommitmentRepository.agreementOf(commitment)), "it is locked"));
            commitment.confirmBySilence(now, concerned).ifPresent(confirmed -> {
                events.add(confirmed.event());
                note(commitment.about(), confirmed, now);
            });
        }
        outbox.publish(events);
        commitments.noteSilence(ids);
    }

    private void note(CommitmentEntry.About commitment, SilentConfirmation confirmed, Instant now) {
        confirmed
                .sides()
                .forEach(side -> history.persist(
                        CommitmentEntry.bySilence(commitment, side.side(), side.on(), confirmed.change(), now)));
    }
}
