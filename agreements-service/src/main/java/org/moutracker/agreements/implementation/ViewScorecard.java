package org.moutracker.agreements.implementation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.FollowedAgreements;
import org.moutracker.agreements.agreement.FollowedAgreements.Followed;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.deadline.KnownDeadlines;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.workinggroup.KnownWorkingGroups;
import org.moutracker.platform.problem.InvalidRequest;

/** Gathers what is known of an agreement, now or at a past instant. */
@ApplicationScoped
class ViewScorecard {

    private final FollowedAgreements agreements;
    private final CommitmentRepository commitments;
    private final KnownDeadlines deadlines;
    private final KnownWorkingGroups groups;
    private final Past past;
    private final InstantSource clock;

    ViewScorecard(
            FollowedAgreements agreements,
            CommitmentRepository commitments,
            KnownDeadlines deadlines,
            KnownWorkingGroups groups,
            Past past,
            InstantSource clock) {
        this.agreements = agreements;
        this.commitments = commitments;
        this.deadlines = deadlines;
        this.groups = groups;
        this.past = past;
        this.clock = clock;
    }

    ScorecardView of(UUID id, @Nullable Instant asOf) {
        var agreement = agreements.get(id);
        var now = clock.instant();
        if (asOf == null) {
            return view(
                    agreement,
                    agreement.status(),
                    now,
                    promised(id).stream().map(Owed::of).toList());
        }
        if (asOf.isAfter(now)) {
            throw new InvalidRequest("asOf", "must not be in the future");
        }
        if (asOf.isBefore(agreement.registeredAt())) {
            throw new InvalidRequest("asOf", "must not be before the registration, " + agreement.registeredAt());
        }
        var then = past.of(id, asOf, agreement.status(), promised(id));
        return view(agreement, then.status(), asOf, then.commitments());
    }

    private List<CommitmentState> promised(UUID id) {
        return commitments.of(id).stream().map(Commitment::state).toList();
    }

    private ScorecardView view(Followed agreement, AgreementStatus status, Instant then, List<Owed> owed) {
        var card = new Scorecard(
                then,
                agreement.sides(),
                owed,
                deadlines.of(agreement.id(), then),
                groups.of(agreement.id(), then),
                agreements.lastActivity(agreement.id(), then));
        var scores = card.scores();
        return new ScorecardView(
                agreement.id(),
                agreement.reference(),
                agreement.title(),
                status,
                then,
                Progress.of(scores),
                card.byStatus(),
                card.bySide(),
                scores,
                card.deadlineCounts(),
                card.overdue(),
                card.groups(),
                card.lastActivity().orElse(null),
                card.stagnation());
    }
}
