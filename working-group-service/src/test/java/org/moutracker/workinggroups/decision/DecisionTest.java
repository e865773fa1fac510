package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionAdopted;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionChanged;
import org.moutracker.workinggroups.decision.DecisionEvent.DecisionRejected;
import org.moutracker.workinggroups.workinggroup.GroupParty;
import org.moutracker.workinggroups.workinggroup.LockGroup.Locked;
import org.moutracker.workinggroups.workinggroup.TermsOfReference;
import org.moutracker.workinggroups.workinggroup.WorkingGroupStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionTest {

    static final LocalDate DAY = LocalDate.parse("2026-05-10");
    static final UUID GROUP = UUID.fromString("01995778-5a80-7000-8000-00000000e001");
    static final UUID AGREEMENT = UUID.fromString("01995778-5a00-7000-8000-00000000a001");
    private static final Effect OPEN = new Effect.OpenCommitment(
            AGREEMENT,
            "C-07",
            "Train",
            Effect.CommitmentKind.TRAINING,
            Effect.CommitmentMode.JOINT,
            null,
            null,
            null,
            null);
    private static final Effect ASSIGN = new Effect.AssignAction("Send the list", "PS", null, "2026-06-01");

    @ParameterizedTest
    @CsvSource({"ADOPTED,  REVOKED VOIDED", "REJECTED, VOIDED", "REVOKED,  VOIDED", "VOIDED,   ''"})
    void it_becomes_nothing_else(DecisionStatus status, String next) {
        var possible = EnumSet.allOf(DecisionStatus.class).stream()
                .filter(status::canBecome)
                .map(Enum::name)
                .toList();

        assertThat(String.join(" ", possible)).isEqualTo(next);
    }

    @Test
    void it_is_numbered_by_the_year_in_which_it_was_decided() {
        assertThat(decision(GROUP, 3, DAY, Position.FOR).number()).isEqualTo("D-2026-03");
        assertThat(decision(GROUP, 112, DAY, Position.FOR).number()).isEqualTo("D-2026-112");
    }

    @Test
    void the_effects_of_an_adopted_one_are_to_come_and_those_of_a_rejected_one_never_do() {
        var adopted = decision(GROUP, 1, DAY, Position.ABSTAINED, ASSIGN, OPEN);
        adopted.bringsAbout(0, "action-items/1");
        assertThat(adopted.decide()).isInstanceOf(DecisionAdopted.class);
        assertThat(adopted.effects)
                .extracting(Outcome::status)
                .containsExactly(EffectStatus.DONE, EffectStatus.PENDING);

        var rejected = decision(GROUP, 1, DAY, Position.AGAINST, ASSIGN, OPEN);
        assertThat(rejected.decide()).isInstanceOf(DecisionRejected.class);
        assertThat(rejected.effects).extracting(Outcome::status).containsOnly(EffectStatus.REFUSED);
        assertThat(rejected.effects).extracting(Outcome::because).containsOnly("the decision was rejected");
    }

    @Test
    void a_later_adopted_decision_of_the_same_group_revokes_it_once() {
        var decision = decision(GROUP, 1, DAY, Position.FOR);
        var by = decision(GROUP, 2, DAY, Position.FOR);

        var revoked = decision.revoke(by, "somewhere else").state();
        assertThat(revoked.status()).isEqualTo(DecisionStatus.REVOKED);
        assertThat(revoked.revokedBy()).isEqualTo(by.id);
        assertThat(revoked.reason()).isEqualTo("somewhere else");
        assertThatThrownBy(() -> decision.revoke(by, "again"))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a decision that is REVOKED cannot be revoked");
    }

    @Test
    void what_revokes_is_another_later_adopted_one_of_the_same_group() {
        var decision = decision(GROUP, 2, DAY, Position.FOR);

        assertThatThrownBy(() -> decision.revoke(decision, "no"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("another decision");
        assertThatThrownBy(() -> decision.revoke(decision(UUID.randomUUID(), 1, DAY, Position.FOR), "no"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("another group");
        assertThatThrownBy(() -> decision.revoke(decision(GROUP, 1, DAY.minusDays(1), Position.FOR), "no"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("was decided before D-2026-02");
        assertThatThrownBy(() -> decision.revoke(decision(GROUP, 3, DAY, Position.AGAINST), "no"))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("D-2026-03 is REJECTED: only an adopted decision revokes another");
        assertThat(decision.status).isEqualTo(DecisionStatus.ADOPTED);
    }

    @Test
    void what_agreements_service_answers_is_noted_once_and_only_of_what_it_was_asked() {
        var decision = decision(GROUP, 1, DAY, Position.FOR, ASSIGN, OPEN);

        assertThat(decision.answer(1, EffectStatus.REFUSED, "the code C-07 is taken", null))
                .containsInstanceOf(DecisionChanged.class);
        assertThat(decision.effects.get(1).because()).isEqualTo("the code C-07 is taken");
        assertThat(decision.answer(1, EffectStatus.REFUSED, "the code C-07 is taken", null))
                .as("again")
                .isEmpty();
        assertThat(decision.answer(0, EffectStatus.DONE, null, null))
                .as("its own")
                .isEmpty();
        assertThat(decision.answer(7, EffectStatus.DONE, null, null))
                .as("no such")
                .isEmpty();
    }

    @Test
    void one_that_is_void_stays_void() {
        var decision = decision(GROUP, 1, DAY, Position.FOR);
        assertThat(decision.makeVoid("wrong group", List.of()).state().status()).isEqualTo(DecisionStatus.VOIDED);

        assertThatThrownBy(() -> decision.makeVoid("again", List.of()))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a decision that is VOIDED cannot be voided");
    }

    static Decision decision(UUID group, int serial, LocalDate on, Position second, Effect... effects) {
        var form = new DecisionForm(
                null,
                on,
                "Train",
                "The group decides to train.",
                Map.of(),
                List.of(new SidePosition("PK", Position.FOR), new SidePosition("PS", second)),
                List.of(effects));
        var locked = new Locked(
                group,
                "Health",
                WorkingGroupStatus.CONSTITUTED,
                List.of(AGREEMENT),
                List.of(new GroupParty("PK", "PK", "Asia/Karachi"), new GroupParty("PS", "PS", "Asia/Hebron")),
                List.of(),
                TermsOfReference.USUAL,
                LocalDate.parse("2025-10-14"),
                DAY);
        return new Decision(locked, form, on, serial);
    }
}
