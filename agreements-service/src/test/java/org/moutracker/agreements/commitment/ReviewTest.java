package org.moutracker.agreements.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.agreements.commitment.CommitmentStatus.CANCELLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.DISPUTED;
import static org.moutracker.agreements.commitment.CommitmentStatus.FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.IN_PROGRESS;
import static org.moutracker.agreements.commitment.CommitmentStatus.OPEN;
import static org.moutracker.agreements.commitment.CommitmentStatus.REPORTED_FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.SUSPENDED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentConfirmed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentDisputed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentFulfilled;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentProgressReported;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentReopened;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentReportedFulfilled;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentResumed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentSuspended;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Suspension;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReviewTest {

    private static final LocalDate DAY = LocalDate.parse("2025-10-01");
    private static final Set<String> TWO = Set.of("PK", "PS");
    private static final Set<String> THREE = Set.of("CN", "PK", "PS");

    private static final Target TARGET = new Target("Trained", BigDecimal.TEN, new BigDecimal("50"), "persons");

    private static CommitmentForm form(
            CommitmentMode mode, List<String> obligors, List<String> beneficiaries, @Nullable Target target) {
        return new CommitmentForm(
                "C-01",
                "Train",
                CommitmentKind.TRAINING,
                Basis.INSTRUMENT_CLAUSE,
                null,
                mode,
                obligors,
                beneficiaries,
                null,
                null,
                null,
                List.of(),
                List.of(),
                target,
                BigDecimal.ONE,
                List.of(),
                null);
    }

    private static Commitment joint() {
        return new Commitment(UUID.randomUUID(), form(CommitmentMode.JOINT, List.of(), List.of(), TARGET));
    }

    private static Commitment reported(String side, Set<String> sides) {
        var commitment = joint();
        assertThat(commitment.report(side, true, DAY, null, sides)).isInstanceOf(CommitmentReportedFulfilled.class);
        return commitment;
    }

    private static Commitment disputed() {
        var commitment = reported("PK", TWO);
        assertThat(commitment.dispute("PS", DAY)).isInstanceOf(CommitmentDisputed.class);
        return commitment;
    }

    private static CommitmentStatus status(Commitment commitment) {
        return commitment.state().status();
    }

    private static List<String> words(Commitment commitment) {
        return commitment.state().positions().stream()
                .map(one -> one.side() + " " + one.word())
                .toList();
    }

    private static Standing agreement(AgreementStatus status, @Nullable Suspension suspension) {
        return new Standing(status, Map.of(), List.of(), suspension, List.of(), List.of(), List.of(), null, null, DAY);
    }

    private static void assertForbidden(ThrowingCallable command, String rule) {
        assertThatThrownBy(command).isInstanceOf(RuleViolated.class).hasMessage(rule);
    }

    @Test
    void the_first_report_brings_it_under_way() {
        var commitment = joint();

        assertThat(commitment.report("PK", false, DAY, null, TWO)).isInstanceOf(CommitmentProgressReported.class);

        assertThat(status(commitment)).isEqualTo(IN_PROGRESS);
        assertThat(words(commitment)).isEmpty();
        assertThat(commitment.state().lastReportedOn()).isEqualTo(DAY);
    }

    @Test
    void it_is_fulfilled_once_the_other_side_confirms() {
        var commitment = reported("PK", TWO);
        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);

        assertThat(commitment.confirm("PS", DAY, TWO)).isInstanceOf(CommitmentFulfilled.class);

        assertThat(status(commitment)).isEqualTo(FULFILLED);
        assertThat(words(commitment)).containsExactly("PK REPORTED", "PS CONFIRMED");
    }

    @Test
    void of_three_sides_all_others_confirm() {
        var commitment = reported("PK", THREE);

        assertThat(commitment.confirm("PS", DAY, THREE)).isInstanceOf(CommitmentConfirmed.class);
        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);
        assertForbidden(() -> commitment.confirm("PS", DAY, THREE), "PS has confirmed it already");
        assertThat(commitment.confirm("CN", DAY, THREE)).isInstanceOf(CommitmentFulfilled.class);
    }

    @Test
    void each_side_can_report_for_itself_instead_of_confirming() {
        var commitment = reported("PK", TWO);

        assertThat(commitment.report("PS", true, DAY, null, TWO)).isInstanceOf(CommitmentFulfilled.class);

        assertThat(words(commitment)).containsExactly("PK REPORTED", "PS REPORTED");
    }

    @Test
    void nobody_confirms_or_disputes_what_nobody_reported_or_what_he_reported_himself() {
        var untouched = joint();
        var underWay = joint();
        var _ = underWay.report("PK", false, DAY, null, TWO);
        for (var commitment : List.of(untouched, underWay)) {
            assertForbidden(() -> commitment.confirm("PS", DAY, TWO), "nobody has reported commitment C-01 fulfilled");
            assertForbidden(() -> commitment.dispute("PS", DAY), "nobody has reported commitment C-01 fulfilled");
        }

        var own = reported("PK", TWO);
        assertForbidden(
                () -> own.confirm("PK", DAY, TWO),
                "PK has reported commitment C-01 fulfilled itself; another side confirms or disputes that");
        assertForbidden(
                () -> own.dispute("PK", DAY),
                "PK has reported commitment C-01 fulfilled itself; another side confirms or disputes that");
    }

    @Test
    void nobody_answers_a_report_before_it_was_made() {
        var commitment = reported("PK", TWO);

        assertThatThrownBy(() -> commitment.confirm("PS", DAY.minusDays(1), TWO))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("must not be before it was reported fulfilled, 2025-10-01");
    }

    @Test
    void the_next_report_after_a_dispute_begins_anew() {
        var again = disputed();
        assertThat(status(again)).isEqualTo(DISPUTED);
        assertThat(again.report("PK", true, DAY, null, TWO)).isInstanceOf(CommitmentReportedFulfilled.class);
        assertThat(status(again)).isEqualTo(REPORTED_FULFILLED);
        assertThat(words(again)).containsExactly("PK REPORTED");

        var back = disputed();
        assertThat(back.report("PK", false, DAY, null, TWO)).isInstanceOf(CommitmentProgressReported.class);
        assertThat(status(back)).isEqualTo(IN_PROGRESS);
        assertThat(words(back)).isEmpty();
    }

    @Test
    void who_disputed_can_confirm_in_the_end() {
        var commitment = disputed();
        assertForbidden(() -> commitment.dispute("PS", DAY), "PS has disputed it already");

        assertThat(commitment.confirm("PS", DAY, TWO)).isInstanceOf(CommitmentFulfilled.class);
        assertThat(words(commitment)).containsExactly("PK REPORTED", "PS CONFIRMED");
    }

    @Test
    void one_dispute_is_enough_whoever_confirms() {
        var commitment = reported("PK", THREE);
        assertThat(commitment.dispute("CN", DAY)).isInstanceOf(CommitmentDisputed.class);

        assertThat(commitment.confirm("PS", DAY, THREE)).isInstanceOf(CommitmentConfirmed.class);

        assertThat(status(commitment)).isEqualTo(DISPUTED);
    }

    @Test
    void a_side_that_reports_progress_takes_back_its_own_report_and_no_other() {
        var own = reported("PK", TWO);
        var _ = own.report("PK", false, DAY, null, TWO);
        assertThat(status(own)).isEqualTo(IN_PROGRESS);
        assertThat(words(own)).isEmpty();

        var others = reported("PK", TWO);
        var _ = others.report("PS", false, DAY, null, TWO);
        assertThat(status(others)).isEqualTo(REPORTED_FULFILLED);
        assertThat(words(others)).containsExactly("PK REPORTED");
    }

    @Test
    void what_a_met_deadline_says_is_nobodys_word_so_all_sides_confirm_it() {
        var commitment = joint();
        assertThat(commitment.reportFulfilled()).isPresent();

        assertThat(commitment.confirm("PK", DAY, TWO)).isInstanceOf(CommitmentConfirmed.class);
        assertThat(commitment.confirm("PS", DAY, TWO)).isInstanceOf(CommitmentFulfilled.class);
    }

    @Test
    void a_deadline_that_is_open_takes_back_what_it_said_and_nothing_that_a_side_said() {
        var byDeadline = joint();
        assertThat(byDeadline.reportFulfilled()).isPresent();
        assertThat(byDeadline.dispute("PS", DAY)).isInstanceOf(CommitmentDisputed.class);
        assertThat(byDeadline.reopen()).containsInstanceOf(CommitmentReopened.class);
        assertThat(status(byDeadline)).isEqualTo(IN_PROGRESS);

        var bySide = reported("PK", TWO);
        assertThat(bySide.reopen()).as("the deadline was open all the time").isEmpty();
        assertThat(bySide.reportFulfilled()).isEmpty();
        assertThat(bySide.reopen()).isEmpty();
        assertThat(status(bySide)).isEqualTo(REPORTED_FULFILLED);
    }

    @Test
    void a_deadline_that_stays_met_does_not_settle_a_dispute_and_one_that_is_met_anew_is_a_new_report() {
        var commitment = joint();
        assertThat(commitment.reportFulfilled()).isPresent();
        assertThat(commitment.dispute("PS", DAY)).isInstanceOf(CommitmentDisputed.class);

        assertThat(commitment.reportFulfilled()).isEmpty();
        assertThat(status(commitment)).isEqualTo(DISPUTED);

        var reported = disputed();
        assertThat(reported.reportFulfilled()).containsInstanceOf(CommitmentReportedFulfilled.class);
        assertThat(status(reported)).isEqualTo(REPORTED_FULFILLED);
        assertThat(words(reported)).isEmpty();
    }

    @Test
    void a_dispute_outlives_suspension_and_end_of_the_agreement() {
        var commitment = disputed();

        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, new Suspension(DAY, List.of())), null))
                .isEmpty();
        assertThat(commitment.follow(agreement(AgreementStatus.TERMINATED, null), Survival.ALL_CEASE))
                .isEmpty();
        assertThat(status(commitment)).isEqualTo(DISPUTED);

        var _ = commitment.report("PK", false, DAY, null, TWO);
        assertThat(status(commitment)).isEqualTo(CANCELLED);
    }

    @Test
    void what_is_done_while_the_agreement_is_suspended_is_told_and_counts_with_it_again() {
        var commitment = joint();
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, new Suspension(DAY, List.of())), null))
                .containsInstanceOf(CommitmentSuspended.class);

        var _ = commitment.report("PK", false, DAY, null, TWO);

        assertThat(status(commitment)).isEqualTo(SUSPENDED);
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .isPresent();
        assertThat(status(commitment)).isEqualTo(IN_PROGRESS);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void what_all_sides_say_closes_it_until_that_is_corrected(Outcome outcome) {
        var commitment = disputed();

        assertThat(commitment.conclude(outcome).state().status().name()).isEqualTo(outcome.name());

        assertForbidden(
                () -> commitment.report("PK", true, DAY, null, TWO),
                "commitment C-01 is %s already".formatted(outcome));
        assertForbidden(() -> commitment.confirm("PS", DAY, TWO), "commitment C-01 is %s already".formatted(outcome));
        assertForbidden(() -> commitment.conclude(outcome), "commitment C-01 is %s already".formatted(outcome));
        assertThat(commitment.follow(agreement(AgreementStatus.TERMINATED, null), null))
                .isEmpty();
        assertThat(commitment.follow(agreement(AgreementStatus.IN_FORCE, null), null))
                .isEmpty();
        assertThat(commitment.correct()).isInstanceOf(CommitmentResumed.class);
        assertThat(status(commitment)).isEqualTo(DISPUTED);
        assertThat(words(commitment)).containsExactly("PK REPORTED", "PS DISPUTED");
    }

    @Test
    void a_last_confirmation_by_mistake_is_taken_back_alone() {
        var commitment = reported("PK", TWO);
        var _ = commitment.confirm("PS", DAY, TWO);

        assertThat(commitment.correct().state().status()).isEqualTo(REPORTED_FULFILLED);

        assertThat(words(commitment)).containsExactly("PK REPORTED");
        assertForbidden(commitment::correct, "commitment C-01 is REPORTED_FULFILLED: there is nothing to take back");
    }

    @Test
    void what_is_corrected_stands_where_its_agreement_puts_it_by_now() {
        var commitment = joint();
        var _ = commitment.conclude(Outcome.WAIVED);
        assertThat(commitment.follow(agreement(AgreementStatus.TERMINATED, null), null))
                .isEmpty();

        assertThat(commitment.correct().state().status()).isEqualTo(CANCELLED);
    }

    @Test
    void what_a_group_closed_is_not_for_the_sides_to_correct() {
        var commitment = joint();
        var _ = commitment.close(CommitmentStatus.WAIVED);

        assertForbidden(
                commitment::correct,
                "commitment C-01 was not closed by its sides; what a group decided is void with its decision");
        var _ = commitment.restore(OPEN);
        assertThat(status(commitment)).isEqualTo(OPEN);
    }

    @Test
    void the_value_for_the_latest_day_is_shown_against_the_target() {
        var commitment = joint();
        var _ = commitment.report("PK", false, DAY, new BigDecimal("20.0"), TWO);
        var _ = commitment.report("PK", false, DAY.minusDays(5), new BigDecimal("15"), TWO);
        var _ = commitment.report("PS", false, DAY.plusDays(1), null, TWO);

        assertThat(commitment.state().reached())
                .isEqualTo(new Reached(new BigDecimal("20"), DAY, new BigDecimal("0.25")));
        assertThat(commitment.state().lastReportedOn()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void a_value_needs_a_target_and_goes_with_its_indicator() {
        var unmeasured = new Commitment(UUID.randomUUID(), form(CommitmentMode.JOINT, List.of(), List.of(), null));
        assertThatThrownBy(() -> unmeasured.report("PK", false, DAY, BigDecimal.TEN, TWO))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("needs a target, and commitment C-01 has none");

        var commitment = joint();
        var _ = commitment.report("PK", false, DAY, new BigDecimal("20"), TWO);
        var inForce = agreement(AgreementStatus.IN_FORCE, null);
        var higher = new Target("Trained", BigDecimal.TEN, new BigDecimal("90"), "persons");
        assertThat(commitment.amend(form(CommitmentMode.JOINT, List.of(), List.of(), higher), inForce, null, 1))
                .isPresent();
        assertThat(commitment.state().reached())
                .isEqualTo(new Reached(new BigDecimal("20"), DAY, new BigDecimal("0.125")));
        var other = new Target("Examined", null, new BigDecimal("90"), "persons");
        assertThat(commitment.amend(form(CommitmentMode.JOINT, List.of(), List.of(), other), inForce, null, 2))
                .isPresent();
        assertThat(commitment.state().reached()).isNull();
    }

    @Test
    void those_have_a_say_who_owe_it_or_are_owed_it_and_all_when_it_is_joint() {
        var sides = Map.of("PK", "PK", "PK-FIN", "PK", "PS", "PS", "CN", "CN");
        var directed = new Commitment(
                UUID.randomUUID(), form(CommitmentMode.DIRECTIONAL, List.of("PK-FIN"), List.of("PS"), null));
        var within = new Commitment(
                UUID.randomUUID(), form(CommitmentMode.DIRECTIONAL, List.of("PK-FIN"), List.of("PK"), null));

        assertThat(directed.concerned(sides)).containsExactly("PK", "PS");
        assertThat(within.concerned(sides)).containsExactly("CN", "PK", "PS");
        assertThat(joint().concerned(sides)).containsExactly("CN", "PK", "PS");
    }

    @Test
    void the_same_numbers_written_otherwise_are_no_change() {
        var one = form(CommitmentMode.JOINT, List.of(), List.of(), TARGET);
        var same = new Target("Trained", new BigDecimal("10.00"), new BigDecimal("5E+1"), "persons");

        assertThat(form(CommitmentMode.JOINT, List.of(), List.of(), same)).isEqualTo(one);
    }
}
