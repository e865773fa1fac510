package org.moutracker.workinggroups.decision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.workinggroups.deadline.ExtendDeadline;
import org.moutracker.workinggroups.deadline.RuleReading;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;

/**
 * Brings about what a decision is to bring about, all of it or nothing: in the decision's own transaction. What belongs
 * to agreements-service goes out with the decision's event and is answered later.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class ApplyEffects {

    private final ExtendDeadline extendDeadline;
    private final ActionItems actionItems;
    private final Instance<SubGroups> subGroups;
    private final HeardCommitments commitments;

    ApplyEffects(
            ExtendDeadline extendDeadline,
            ActionItems actionItems,
            @Any Instance<SubGroups> subGroups,
            HeardCommitments commitments) {
        this.extendDeadline = extendDeadline;
        this.actionItems = actionItems;
        this.subGroups = subGroups;
        this.commitments = commitments;
    }

    /** Of a decision that is adopted, the group locked. */
    void of(Decision decision, Locked group, String who) {
        var extended = decision.effects.stream()
                .map(Outcome::effect)
                .flatMap(effect -> effect instanceof Effect.ExtendDeadline extend
                        ? Optional.of(extend.deadlineId()).stream()
                        : Optional.<UUID>empty().stream())
                .toList();
        extendDeadline.lock(extended);
        // Deadlines that are there are locked before calendars are looked at, so what moves them comes first.
        decision.effects.stream()
                .sorted(Comparator.comparing(outcome -> !(outcome.effect() instanceof Effect.ExtendDeadline)))
                .forEach(outcome -> {
                    var subject = UnderEffect.of(
                            outcome.index(), () -> Optional.ofNullable(apply(outcome.effect(), decision, group, who)));
                    subject.ifPresent(made -> decision.bringsAbout(outcome.index(), made));
                });
    }

    /** Answers what came about; null for what another service has to do. */
    private @Nullable String apply(Effect effect, Decision decision, Locked group, String who) {
        return switch (effect) {
            case Effect.AssignAction assign -> "action-items/" + actionItems.decided(group, decision, assign, who).id;
            case Effect.ExtendDeadline extend -> {
                extendDeadline.decided(
                        group.id(),
                        group.agreements(),
                        extend.deadlineId(),
                        extend.to(),
                        "decision " + decision.number(),
                        who);
                yield "deadlines/" + extend.deadlineId();
            }
            case Effect.CreateSubGroup create ->
                "working-groups/"
                        + subGroups
                                .get()
                                .create(
                                        group.id(),
                                        create.name().strip(),
                                        create.type(),
                                        Objects.requireNonNullElse(create.functions(), List.of()),
                                        create.composition(),
                                        who);
            case Effect.OpenCommitment open -> {
                check(open, group);
                yield null;
            }
            case Effect.CloseCommitment close -> {
                requireOfGroup("commitmentId", commitments.agreementOf(close.commitmentId()), group);
                yield null;
            }
        };
    }

    private static void check(Effect.OpenCommitment open, Locked group) {
        requireOfGroup("agreementId", Optional.of(open.agreementId()), group);
        if (open.mode() == Effect.CommitmentMode.DIRECTIONAL && isEmpty(open.obligors())) {
            throw new InvalidRequest("obligors", "must name a party, since the mode is DIRECTIONAL");
        }
        if (open.mode() == Effect.CommitmentMode.DIRECTIONAL && isEmpty(open.beneficiaries())) {
            throw new InvalidRequest("beneficiaries", "must name a party, since the mode is DIRECTIONAL");
        }
        var rule = open.rule();
        if (rule != null) {
            var _ = RuleReading.rule("rule", rule);
        }
    }

    private static boolean isEmpty(@Nullable List<String> parties) {
        return parties == null || parties.isEmpty();
    }

    private static void requireOfGroup(String field, Optional<UUID> agreement, Locked group) {
        if (agreement.filter(group.agreements()::contains).isEmpty()) {
            throw new InvalidRequest(field, "is not of an agreement that the group sees to");
        }
    }
}
