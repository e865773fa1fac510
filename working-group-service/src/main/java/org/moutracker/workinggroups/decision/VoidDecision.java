package org.moutracker.workinggroups.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.moutracker.platform.problem.RuleViolated;

/** Takes decisions back: one that was entered by mistake as far as that is possible, one that is revoked from now on. */
@ApplicationScoped
@Transactional(MANDATORY)
class VoidDecision {

    private final DecisionRepository decisions;
    private final ActionItems actionItems;

    VoidDecision(DecisionRepository decisions, ActionItems actionItems) {
        this.decisions = decisions;
        this.actionItems = actionItems;
    }

    /** It was entered by mistake. Commitments are agreements-service's, which answers what became of them. */
    DecisionEvent of(Decision decision, String reason, String who) {
        decisions.revokedBy(decision.id).ifPresent(other -> {
            throw new RuleViolated(
                    "%s was revoked by it: void that one first, or decide again".formatted(other.number()));
        });
        var because = "decision %s was voided".formatted(decision.number());
        var undone = new ArrayList<Outcome>();
        if (decision.status.canBecome(DecisionStatus.VOIDED)) {
            var cancelled = actionItems.cancelOpenOf(decision, because, who).stream()
                    .map(item -> "action-items/" + item.id)
                    .toList();
            decision.effects.stream()
                    .filter(outcome -> outcome.status() == EffectStatus.DONE)
                    .forEach(outcome -> undone.add(undone(outcome, cancelled)));
        }
        return decision.makeVoid(reason, undone);
    }

    private static Outcome undone(Outcome outcome, List<String> cancelled) {
        return switch (outcome.effect()) {
            case Effect.AssignAction _ ->
                cancelled.contains(String.valueOf(outcome.subject()))
                        ? outcome.became(EffectStatus.UNDONE, null, outcome.subject())
                        : stays(outcome, "the action item is closed already");
            case Effect.ExtendDeadline _ -> stays(outcome, "the day was told: the deadline stays as it is");
            case Effect.CreateSubGroup _ -> stays(outcome, "the group stays until it is concluded or abandoned");
            case Effect.OpenCommitment _, Effect.CloseCommitment _ -> outcome;
        };
    }

    private static Outcome stays(Outcome outcome, String because) {
        return outcome.became(outcome.status(), because, outcome.subject());
    }

    /** What is still to be done because of it need not be done any more; what was done stays. */
    void revoked(Decision decision, Decision by, String who) {
        var _ = actionItems.cancelOpenOf(
                decision, "decision %s was revoked by %s".formatted(decision.number(), by.number()), who);
    }
}
