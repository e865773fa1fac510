package org.moutracker.agreements.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.moutracker.agreements.agreement.AgreementsOfDecisions;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.commitment.DecideCommitments;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.messaging.Outbox.Caused;
import org.moutracker.platform.messaging.Received;

/**
 * Opens and closes commitments as groups decided, each effect once, and answers what became of it. A refusal is an answer
 * like any other: what a group may want and what an agreement allows are two things.
 */
@ApplicationScoped
class FollowDecisions {

    private final DecisionEffects effects;
    private final AgreementsOfDecisions agreements;
    private final CommitmentRepository commitments;
    private final DecideCommitments decide;
    private final Outbox outbox;
    private final ObjectMapper json;

    FollowDecisions(
            DecisionEffects effects,
            AgreementsOfDecisions agreements,
            CommitmentRepository commitments,
            DecideCommitments decide,
            Outbox outbox,
            ObjectMapper json) {
        this.effects = effects;
        this.agreements = agreements;
        this.commitments = commitments;
        this.decide = decide;
        this.outbox = outbox;
        this.json = Wanted.lenient(json);
    }

    @Transactional(MANDATORY)
    void follow(List<Received<DecisionState>> news) {
        lock(news.stream().map(FollowDecisions::state).toList());
        var known = effects.of(news.stream().map(one -> state(one).id()).toList());
        for (var one : news) {
            var decision = state(one);
            for (var taken : decision.effects()) {
                if (taken.concernsCommitments()) {
                    follow(decision, taken, known, one);
                }
            }
        }
    }

    /** All agreements that are concerned, in one order, so that two replicas cannot lock each other out. */
    private void lock(List<DecisionState> decisions) {
        var ids = new TreeSet<UUID>();
        for (var decision : decisions) {
            decision.effects().stream()
                    .filter(DecisionState.Taken::concernsCommitments)
                    .map(taken -> agreement(Wanted.read(taken, decision.number(), json)))
                    .flatMap(Optional::stream)
                    .forEach(ids::add);
        }
        agreements.lock(ids);
    }

    private Optional<UUID> agreement(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Opening opening -> Optional.of(opening.agreementId());
            case Wanted.Closing closing ->
                commitments.findByIdOptional(closing.commitmentId()).map(CommitmentRepository::agreementOf);
            case Wanted.Nonsense _ -> Optional.empty();
        };
    }

    private void follow(
            DecisionState decision,
            DecisionState.Taken taken,
            Map<UUID, DecisionEffect> known,
            Received<DecisionState> cause) {
        var done = known.get(DecisionEffectState.id(decision.id(), taken.index()));
        if (done == null) {
            if (decision.counts() || decision.isVoid()) {
                var effect = decision.isVoid()
                        ? DecisionEffect.refused(decision.id(), taken.index(), "the decision is void")
                        : apply(decision, taken, cause);
                effects.persist(effect);
                tell(effect.answer(), cause);
            }
        } else if (decision.isVoid() && done.accepted && !done.reviewed) {
            tell(review(decision, done, cause), cause);
        }
    }

    private DecisionEffect apply(DecisionState decision, DecisionState.Taken taken, Received<DecisionState> cause) {
        var id = decision.id();
        var index = taken.index();
        return switch (Wanted.read(taken, decision.number(), json)) {
            case Wanted.Nonsense nonsense -> DecisionEffect.refused(id, index, nonsense.because());
            case Wanted.Opening opening ->
                agreements
                        .refusal(opening.agreementId(), opening.form())
                        .map(because -> DecisionEffect.refused(id, index, because))
                        .orElseGet(() -> DecisionEffect.opened(id, index, open(opening, cause)));
            case Wanted.Closing closing -> {
                var refusal =
                        commitments.findByIdOptional(closing.commitmentId()).isEmpty()
                                ? Optional.of("the commitment is not known")
                                : decide.closed(closing.commitmentId());
                yield refusal.map(because -> DecisionEffect.refused(id, index, because))
                        .orElseGet(() -> DecisionEffect.closed(
                                id,
                                index,
                                closing.commitmentId(),
                                decide.close(closing.commitmentId(), closing.as(), named(decision), cause)));
            }
        };
    }

    private UUID open(Wanted.Opening opening, Received<?> cause) {
        var ground = agreements.ground(opening.agreementId());
        return decide.open(opening.agreementId(), opening.form(), ground.standing(), ground.survival(), cause);
    }

    private DecisionEffectEvent review(DecisionState decision, DecisionEffect done, Received<?> cause) {
        var commitment = Objects.requireNonNull(done.commitmentId);
        var before = done.before;
        if (before == null) {
            var stays = decide.closed(commitment);
            if (stays.isEmpty()) {
                decide.close(commitment, CommitmentStatus.CANCELLED, named(decision) + " is void", cause);
            }
            return done.review(stays.isEmpty(), stays.orElse("the decision is void"));
        }
        return decide.restore(commitment, before, named(decision) + " is void", cause)
                ? done.review(true, "the decision is void")
                : done.review(false, "the commitment counts again already");
    }

    private static String named(DecisionState decision) {
        return "decision " + decision.number();
    }

    private void tell(DecisionEffectEvent event, Received<?> cause) {
        outbox.publishCaused(List.of(new Caused<>(event, cause)));
    }

    private static DecisionState state(Received<DecisionState> received) {
        return requireNonNull(received.state(), "a decision is never erased");
    }
}
