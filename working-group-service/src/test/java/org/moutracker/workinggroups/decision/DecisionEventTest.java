package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionAdopted;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionChanged;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionRejected;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionRevoked;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionVoided;
import org.moutracker.workinggroups.workinggroup.Composition;
import org.moutracker.workinggroups.workinggroup.DecisionRule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionEventTest {

    private static final String ITEM = "action-items/01995778-6000-7000-8000-00000000a201";
    private static final String DEADLINE = "deadlines/01995778-5a80-7000-8000-00000000d001";
    private static final String SUB_GROUP = "working-groups/01995778-5a80-7000-8000-00000000e002";
    private static final String COMMITMENT = "commitments/01995778-5a00-7000-8000-00000000c007";

    private static final Effect.OpenCommitment OPEN = new Effect.OpenCommitment(
            DecisionTest.AGREEMENT,
            "C-07",
            "Train twelve ophthalmologists",
            Effect.CommitmentKind.TRAINING,
            Effect.CommitmentMode.DIRECTIONAL,
            List.of("PK"),
            List.of("PS"),
            Map.of("anchor", Map.of("on", "2026-12-31"), "steps", List.of()),
            List.of("Ophthalmology"));
    private static final Effect CLOSE = new Effect.CloseCommitment(
            UUID.fromString("01995778-5a00-7000-8000-00000000c002"),
            Effect.CommitmentEnd.WAIVED,
            "replaced by training");
    private static final List<Outcome> OWN = List.of(
            new Outcome(0, assign(true), EffectStatus.DONE, null, ITEM),
            new Outcome(
                    1,
                    new Effect.ExtendDeadline(
                            UUID.fromString("01995778-5a80-7000-8000-00000000d001"),
                            Map.of(
                                    "anchor",
                                    Map.of("event", "GROUP_ESTABLISHED"),
                                    "steps",
                                    List.of(Map.of("kind", "WITHIN", "period", "P1Y")))),
                    EffectStatus.DONE,
                    null,
                    DEADLINE),
            new Outcome(
                    2,
                    new Effect.CreateSubGroup(
                            "Experts in ophthalmology",
                            "EXPERT_GROUP",
                            List.of("ADVISE"),
                            new Composition(1, false, false)),
                    EffectStatus.DONE,
                    null,
                    SUB_GROUP));
    private static final Outcome REFUSED =
            new Outcome(4, CLOSE, EffectStatus.REFUSED, "commitment C-02 is CANCELLED already", null);
    private static final List<Outcome> ANSWERED =
            and(OWN, new Outcome(3, OPEN, EffectStatus.DONE, null, COMMITMENT), REFUSED);

    @Test
    void decisions_are_told_as_the_samples_say() {
        var later = UUID.fromString("01995778-6000-7000-8000-00000000a303");
        var undone = List.of(
                OWN.get(0).became(EffectStatus.UNDONE, null, ITEM),
                OWN.get(1).became(EffectStatus.DONE, "the day was told: the deadline stays as it is", DEADLINE),
                OWN.get(2).became(EffectStatus.DONE, "the group stays until it is concluded or abandoned", SUB_GROUP),
                new Outcome(3, OPEN, EffectStatus.DONE, null, COMMITMENT),
                REFUSED);
        Contract.requireAsSampled(
                DecisionEvent.class,
                List.of(
                        new DecisionAdopted(state(
                                DecisionStatus.ADOPTED,
                                and(
                                        OWN,
                                        new Outcome(3, OPEN, EffectStatus.PENDING, null, null),
                                        new Outcome(4, CLOSE, EffectStatus.PENDING, null, null)),
                                null,
                                null,
                                1)),
                        new DecisionRejected(rejected()),
                        new DecisionChanged(state(DecisionStatus.ADOPTED, ANSWERED, null, null, 3)),
                        new DecisionRevoked(state(
                                DecisionStatus.REVOKED, ANSWERED, "the training takes place in Karachi", later, 4)),
                        new DecisionVoided(
                                state(DecisionStatus.VOIDED, undone, "entered for the wrong group", null, 4))));
    }

    @Test
    void what_agreements_service_answers_is_understood() {
        var refused = Contract.read("mou.decision-effect.refused.v1", DecisionEffectEvents.Answer.class);
        assertThat(refused.decisionId()).isEqualTo(UUID.fromString("01995778-6000-7000-8000-00000000a301"));
        assertThat(refused.index()).isEqualTo(4);
        assertThat(refused.status()).isEqualTo(EffectStatus.REFUSED);
        assertThat(refused.because()).isEqualTo("commitment C-02 is CANCELLED already");

        var accepted = Contract.read("mou.decision-effect.accepted.v1", DecisionEffectEvents.Answer.class);
        assertThat(accepted.status()).isEqualTo(EffectStatus.DONE);
        assertThat(accepted.subject()).isEqualTo(COMMITMENT);

        assertThat(Contract.read("mou.decision-effect.undone.v1", DecisionEffectEvents.Answer.class)
                        .status())
                .isEqualTo(EffectStatus.UNDONE);
    }

    private static Effect assign(boolean named) {
        return new Effect.AssignAction(
                "Send the list of trainees",
                "PS",
                named ? UUID.fromString("01995778-6000-7000-8000-00000000b002") : null,
                "2026-06-01");
    }

    private static List<Outcome> and(List<Outcome> some, Outcome... others) {
        var all = new java.util.ArrayList<>(some);
        all.addAll(List.of(others));
        return all;
    }

    private static DecisionState rejected() {
        return new DecisionState(
                UUID.fromString("01995778-6000-7000-8000-00000000a302"),
                DecisionTest.GROUP,
                List.of(DecisionTest.AGREEMENT),
                "D-2026-02",
                null,
                LocalDate.parse("2026-05-10"),
                "Send the equipment at once",
                "The equipment is sent before the training begins.",
                Map.of(),
                DecisionRule.CONSENSUS,
                List.of(new SidePosition("PK", Position.FOR), new SidePosition("PS", Position.AGAINST)),
                DecisionStatus.REJECTED,
                null,
                null,
                List.of(new Outcome(0, assign(false), EffectStatus.REFUSED, "the decision was rejected", null)),
                1);
    }

    private static DecisionState state(
            DecisionStatus status,
            List<Outcome> effects,
            @Nullable String reason,
            @Nullable UUID revokedBy,
            long version) {
        return new DecisionState(
                UUID.fromString("01995778-6000-7000-8000-00000000a301"),
                DecisionTest.GROUP,
                List.of(DecisionTest.AGREEMENT),
                "D-2026-01",
                UUID.fromString("01995778-6000-7000-8000-00000000d001"),
                LocalDate.parse("2026-05-10"),
                "Train twelve ophthalmologists in Lahore",
                "The group takes note of the offer of Mayo Hospital and asks both sides to prepare the training.",
                Map.of(
                        "ur",
                        new Translation(
                                "لاہور میں بارہ ماہرین امراض چشم کی تربیت",
                                "گروپ میو ہسپتال کی پیشکش کا نوٹس لیتا ہے۔")),
                DecisionRule.CONSENSUS,
                List.of(new SidePosition("PK", Position.FOR), new SidePosition("PS", Position.FOR)),
                status,
                reason,
                revokedBy,
                effects,
                version);
    }
}
