package org.moutracker.agreements.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.agreements.commitment.CommitmentStatus.CANCELLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.IN_PROGRESS;
import static org.moutracker.agreements.commitment.CommitmentStatus.OPEN;
import static org.moutracker.agreements.commitment.CommitmentStatus.REPORTED_FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.SUSPENDED;
import static org.moutracker.agreements.commitment.CommitmentStatus.WAIVED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentCancelled;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentResumed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentSuspended;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Suspension;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentTest {

    private static final LocalDate DAY = LocalDate.parse("2025-10-01");

    private static Commitment open(String... areas) {
        return new Commitment(
                UUID.randomUUID(),
                new CommitmentForm(
                        "C-01",
                        "Train",
                        CommitmentKind.TRAINING,
                        Basis.INSTRUMENT_CLAUSE,
                        null,
                        CommitmentMode.JOINT,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(areas),
                        null,
                        BigDecimal.ONE,
                        List.of(),
                        null));
    }

    private static Commitment inProgress() {
        var commitment = open();
        assertThat(commitment.reportFulfilled()).isPresent();
        assertThat(commitment.reopen()).isPresent();
        return commitment;
    }

    private static Standing agreement(AgreementStatus status, @Nullable Suspension suspension) {
        return new Standing(status, Map.of(), List.of(), suspension, List.of(), List.of(), List.of(), null, null, DAY);
    }

    private static Standing suspended(String... areas) {
        return agreement(AgreementStatus.IN_FORCE, new Suspension(DAY, List.of(areas)));
    }

    @Test
    void it_is_suspended_with_the_whole_agreement_or_with_all_of_its_areas_and_resumed_with_them() {
        var commitment = open("Training", "Ophthalmology");

        assertThat(commitment.follow(suspended("Training"), null)).isEmpty();
        assertThat(commitment.follow(suspended("Training", "Ophthalmology"), null))
                .containsInstanceOf(CommitmentSuspended.class);
        assertThat(commitment.state().status()).isEqualTo(SUSPENDED);
        assertThat(commitment.follow(suspended(), null)).isEmpty();
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .containsInstanceOf(CommitmentResumed.class);
        assertThat(commitment.state().status()).isEqualTo(OPEN);
    }

    @Test
    void without_areas_it_belongs_to_the_whole() {
        assertThat(open().follow(suspended("Training", "Ophthalmology"), null)).isEmpty();
        assertThat(open().follow(suspended(), null)).containsInstanceOf(CommitmentSuspended.class);
    }

    @Test
    void what_is_in_progress_goes_on_after_the_end_only_if_that_was_agreed() {
        var over = agreement(AgreementStatus.EXPIRED, null);
        var ceasing = inProgress();
        var going = inProgress();
        var open = open();

        assertThat(ceasing.follow(over, null)).containsInstanceOf(CommitmentCancelled.class);
        assertThat(ceasing.state().status()).isEqualTo(CANCELLED);
        assertThat(going.follow(over, Survival.ONGOING_CONTINUE)).isEmpty();
        assertThat(going.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(open.follow(over, Survival.ONGOING_CONTINUE)).containsInstanceOf(CommitmentCancelled.class);
        assertThat(inProgress().follow(over, Survival.ALL_CEASE)).containsInstanceOf(CommitmentCancelled.class);
    }

    @Test
    void what_is_fulfilled_stays_so_and_when_it_is_not_it_follows_the_agreement() {
        var commitment = open();
        assertThat(commitment.reportFulfilled()).isPresent();

        assertThat(commitment.follow(suspended(), null)).isEmpty();
        assertThat(commitment.state().status()).isEqualTo(REPORTED_FULFILLED);
        assertThat(commitment.reopen()).isPresent();
        assertThat(commitment.state().status()).isEqualTo(SUSPENDED);
    }

    @Test
    void a_corrected_end_gives_back_what_was_in_progress() {
        var commitment = inProgress();
        assertThat(commitment.follow(agreement(AgreementStatus.SUPERSEDED, null), null))
                .isPresent();

        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .containsInstanceOf(CommitmentResumed.class);
        assertThat(commitment.state().status()).isEqualTo(IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitmentStatus.class,
            names = {"FULFILLED", "PARTIALLY_FULFILLED", "NOT_FULFILLED", "WAIVED", "CANCELLED"})
    void what_a_group_has_closed_stays_so_whatever_its_agreement_and_its_deadline_do(CommitmentStatus as) {
        var commitment = open();

        assertThat(commitment.close(as).state().status()).isEqualTo(as);

        assertThat(commitment.follow(suspended(), null)).isEmpty();
        assertThat(commitment.follow(agreement(AgreementStatus.TERMINATED, null), null))
                .isEmpty();
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .isEmpty();
        assertThat(commitment.reportFulfilled()).isEmpty();
        assertThat(commitment.reopen()).isEmpty();
        assertThatThrownBy(() -> commitment.close(WAIVED))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("commitment C-01 is %s already".formatted(as));
    }

    @Test
    void what_ended_with_its_agreement_is_not_closed_once_more() {
        var commitment = open();
        assertThat(commitment.follow(agreement(AgreementStatus.TERMINATED, null), null))
                .isPresent();

        assertThatThrownBy(() -> commitment.close(WAIVED))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("commitment C-01 is CANCELLED already");
    }

    @Test
    void one_that_was_closed_by_mistake_stands_where_it_would_stand_otherwise() {
        var commitment = inProgress();
        var _ = commitment.close(FULFILLED);
        assertThat(commitment.follow(suspended(), null)).isEmpty();

        assertThat(commitment.restore(IN_PROGRESS)).isInstanceOf(CommitmentSuspended.class);
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .containsInstanceOf(CommitmentResumed.class);
        assertThat(commitment.state().status()).isEqualTo(IN_PROGRESS);
        assertThatThrownBy(() -> commitment.restore(OPEN)).isInstanceOf(RuleViolated.class);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,                IN_PROGRESS REPORTED_FULFILLED FULFILLED PARTIALLY_FULFILLED NOT_FULFILLED WAIVED SUSPENDED CANCELLED",
        "IN_PROGRESS,         REPORTED_FULFILLED FULFILLED PARTIALLY_FULFILLED NOT_FULFILLED WAIVED SUSPENDED CANCELLED",
        "REPORTED_FULFILLED,  IN_PROGRESS DISPUTED FULFILLED PARTIALLY_FULFILLED NOT_FULFILLED WAIVED SUSPENDED CANCELLED",
        "DISPUTED,            IN_PROGRESS REPORTED_FULFILLED FULFILLED PARTIALLY_FULFILLED NOT_FULFILLED WAIVED SUSPENDED CANCELLED",
        "FULFILLED,           OPEN IN_PROGRESS REPORTED_FULFILLED DISPUTED SUSPENDED",
        "PARTIALLY_FULFILLED, OPEN IN_PROGRESS REPORTED_FULFILLED DISPUTED SUSPENDED",
        "NOT_FULFILLED,       OPEN IN_PROGRESS REPORTED_FULFILLED DISPUTED SUSPENDED",
        "WAIVED,              OPEN IN_PROGRESS REPORTED_FULFILLED DISPUTED SUSPENDED",
        "SUSPENDED,           OPEN IN_PROGRESS REPORTED_FULFILLED FULFILLED PARTIALLY_FULFILLED NOT_FULFILLED WAIVED CANCELLED",
        "CANCELLED,           OPEN IN_PROGRESS REPORTED_FULFILLED DISPUTED SUSPENDED"
    })
    void it_becomes_nothing_else(CommitmentStatus status, String next) {
        var possible = EnumSet.allOf(CommitmentStatus.class).stream()
                .filter(status::canBecome)
                .map(Enum::name)
                .toList();

        assertThat(String.join(" ", possible)).isEqualTo(next);
    }
}
