package org.moutracker.agreements.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.agreements.commitment.CommitmentStatus.DISPUTED;
import static org.moutracker.agreements.commitment.CommitmentStatus.FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.REPORTED_FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.WAIVED;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentConfirmed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentFulfilled;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentSilenceChanged;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.SuspensionPeriod;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest {

    private static final LocalDate REPORTED = LocalDate.parse("2026-01-10");
    private static final LocalDate TOLD = LocalDate.parse("2026-01-12");
    private static final Instant OVER = Instant.parse("2026-02-11T22:00:00Z");
    private static final Period MONTH = Period.ofDays(30);
    private static final Set<String> TWO = Set.of("PK", "PS");
    private static final Set<String> THREE = Set.of("CN", "PK", "PS");
    private static final Set<ZoneId> HEBRON = Set.of(ZoneId.of("Asia/Hebron"));

    private static CommitmentForm form(@Nullable Period silence, List<String> areas) {
        return new CommitmentForm(
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
                areas,
                null,
                BigDecimal.ONE,
                List.of(),
                silence);
    }

    private static Commitment reported(@Nullable Period silence, Set<String> sides) {
        var commitment = new Commitment(UUID.randomUUID(), form(silence, List.of()));
        var _ = commitment.report("PK", true, REPORTED, null, sides);
        return commitment;
    }

    private static Commitment told(Set<String> sides) {
        var commitment = reported(MONTH, sides);
        assertThat(tell(commitment, "PS", TOLD)).get().isInstanceOf(CommitmentSilenceChanged.class);
        return commitment;
    }

    private static Optional<CommitmentEvent> tell(Commitment commitment, String side, LocalDate on) {
        return commitment.tell(side, on, HEBRON, List.of());
    }

    private static Standing agreement(List<SuspensionPeriod> suspensions) {
        return new Standing(
                AgreementStatus.IN_FORCE,
                Map.of(),
                List.of(),
                null,
                suspensions,
                List.of(),
                List.of(),
                null,
                null,
                REPORTED);
    }

    private static SuspensionPeriod suspension(String since, @Nullable String until, String... areas) {
        return new SuspensionPeriod(
                LocalDate.parse(since), until == null ? null : LocalDate.parse(until), List.of(areas));
    }

    private static CommitmentStatus status(Commitment commitment) {
        return commitment.state().status();
    }

    private static void assertForbidden(ThrowingCallable command, String rule) {
        assertThatThrownBy(command).isInstanceOf(RuleViolated.class).hasMessage(rule);
    }

    @Test
    void who_was_told_and_is_silent_for_the_agreed_time_confirms_by_it() {
        var commitment = told(TWO);
        assertThat(commitment.state().silence()).containsExactly(new CommitmentState.Silence("PS", TOLD, OVER));

        assertThat(commitment.confirmBySilence(OVER.minusMillis(1), TWO)).isEmpty();
        var confirmed = commitment.confirmBySilence(OVER, TWO).orElseThrow();

        assertThat(confirmed.event()).isInstanceOf(CommitmentFulfilled.class);
        assertThat(confirmed.sides())
                .containsExactly(new Position("PS", Position.Word.CONFIRMED, LocalDate.parse("2026-02-11")));
        assertThat(status(commitment)).isEqualTo(FULFILLED);
        assertThat(commitment.state().silence()).isEmpty();
        assertThat(commitment.confirmBySilence(OVER, TWO)).as("once").isEmpty();
    }

    @Test
    void who_was_not_told_says_nothing_by_silence() {
        var commitment = told(THREE);

        assertThat(commitment.confirmBySilence(OVER, THREE).orElseThrow().event())
                .isInstanceOf(CommitmentConfirmed.class);

        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);
        assertThat(commitment.confirmBySilence(OVER.plusSeconds(86_400 * 365), THREE))
                .isEmpty();
        assertThat(commitment.state().positions()).extracting(Position::side).containsExactly("PK", "PS");
    }

    @Test
    void a_side_that_it_does_not_concern_any_more_says_nothing_by_silence() {
        var commitment = told(THREE);

        var gone = commitment.confirmBySilence(OVER, Set.of("CN", "PK")).orElseThrow();

        assertThat(gone.event()).isInstanceOf(CommitmentSilenceChanged.class);
        assertThat(gone.sides()).isEmpty();
        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);
        assertThat(commitment.isWaitingForSilence()).as("looked at once").isFalse();
    }

    @Test
    void told_again_it_counts_from_the_first_time() {
        var commitment = told(TWO);

        assertThat(tell(commitment, "PS", TOLD.plusDays(5))).isEmpty();

        assertThat(commitment.state().silence())
                .extracting(CommitmentState.Silence::toldOn)
                .containsExactly(TOLD);
    }

    @Test
    void a_dispute_ends_it_and_what_is_reported_anew_must_be_told_anew() {
        var commitment = told(TWO);
        var _ = commitment.dispute("PS", TOLD.plusDays(1));
        assertThat(commitment.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(status(commitment)).isEqualTo(DISPUTED);
        assertForbidden(
                () -> tell(commitment, "PS", TOLD.plusDays(2)),
                "commitment C-01 is disputed, so that silence confirms nothing");

        var _ = commitment.report("PK", true, TOLD.plusDays(3), null, TWO);

        assertThat(commitment.isWaitingForSilence()).isFalse();
        assertThat(commitment.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(tell(commitment, "PS", TOLD.plusDays(4))).isPresent();
    }

    @Test
    void a_dispute_ends_the_silence_of_everybody() {
        var commitment = told(THREE);
        var _ = commitment.dispute("CN", TOLD.plusDays(1));

        var _ = commitment.confirm("CN", TOLD.plusDays(2), THREE);

        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);
        assertThat(commitment.confirmBySilence(OVER, THREE)).isEmpty();
    }

    @Test
    void a_second_report_of_the_same_side_and_one_that_is_taken_back_must_be_told_anew() {
        var again = told(TWO);
        var _ = again.report("PK", true, TOLD.plusDays(1), null, TWO);
        var takenBack = told(TWO);
        var _ = takenBack.report("PK", false, TOLD.plusDays(1), null, TWO);

        assertThat(again.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(status(again)).isEqualTo(REPORTED_FULFILLED);
        assertThat(takenBack.isWaitingForSilence()).isFalse();
    }

    @Test
    void who_speaks_is_silent_no_more_and_others_stay_told() {
        var commitment = told(THREE);
        var _ = tell(commitment, "CN", TOLD);

        var _ = commitment.report("CN", true, TOLD.plusDays(1), null, THREE);

        assertThat(commitment.state().silence())
                .extracting(CommitmentState.Silence::side)
                .containsExactly("PS");
        assertThat(commitment.confirmBySilence(OVER, THREE).orElseThrow().event())
                .isInstanceOf(CommitmentFulfilled.class);
    }

    @Test
    void a_correction_takes_it_back_and_silence_does_not_confirm_again() {
        var commitment = told(TWO);
        var _ = commitment.confirmBySilence(OVER, TWO);

        var _ = commitment.correct();

        assertThat(status(commitment)).isEqualTo(REPORTED_FULFILLED);
        assertThat(commitment.state().positions()).extracting(Position::side).containsExactly("PK");
        assertThat(commitment.confirmBySilence(OVER.plusSeconds(60), TWO)).isEmpty();
    }

    @Test
    void what_the_sides_or_a_group_close_is_not_confirmed_after_it_was_corrected() {
        var concluded = told(TWO);
        var _ = concluded.conclude(Outcome.WAIVED);
        var _ = concluded.correct();
        var decided = told(TWO);
        var _ = decided.close(WAIVED);
        var _ = decided.restore(REPORTED_FULFILLED);

        assertThat(concluded.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(decided.confirmBySilence(OVER, TWO)).isEmpty();
    }

    @Test
    void while_it_is_suspended_the_time_stands_and_afterwards_the_days_that_remained_are_restored() {
        var commitment = told(TWO);

        var stands = agreement(List.of(suspension("2026-01-20", null)));
        assertThat(commitment.follow(stands, null)).get().isInstanceOf(CommitmentSilenceChanged.class);
        assertThat(commitment.state().silence()).containsExactly(new CommitmentState.Silence("PS", TOLD, null));
        assertThat(commitment.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(commitment.follow(stands, null)).as("told again").isEmpty();

        var goesOn = agreement(List.of(suspension("2026-01-20", "2026-01-30")));
        assertThat(commitment.follow(goesOn, null)).isPresent();
        assertThat(commitment.confirmBySilence(OVER, TWO)).isEmpty();
        assertThat(commitment.confirmBySilence(Instant.parse("2026-02-21T22:00:00Z"), TWO))
                .isPresent();
    }

    @Test
    void suspensions_of_other_areas_and_of_other_days_do_not_concern_it() {
        var commitment = told(TWO);

        var others = agreement(List.of(
                suspension("2025-11-01", "2025-12-01"),
                suspension("2026-01-20", "2026-01-30", "Ophthalmology"),
                suspension("2026-03-01", null)));

        assertThat(commitment.follow(others, null)).isEmpty();
        assertThat(commitment.confirmBySilence(OVER, TWO)).isPresent();
    }

    @Test
    void one_that_began_before_it_was_told_costs_the_days_since() {
        var commitment = reported(MONTH, TWO);

        var _ = commitment.tell("PS", TOLD, HEBRON, List.of(suspension("2026-01-05", "2026-01-15")));

        assertThat(commitment.state().silence())
                .containsExactly(new CommitmentState.Silence("PS", TOLD, Instant.parse("2026-02-14T22:00:00Z")));
    }

    @Test
    void the_last_day_must_be_over_on_every_clock_of_the_side() {
        var commitment = reported(MONTH, TWO);

        var _ = commitment.tell("PS", TOLD, Set.of(ZoneId.of("Asia/Hebron"), ZoneId.of("Europe/London")), List.of());

        assertThat(commitment.state().silence().getFirst().confirmsAfter()).isEqualTo("2026-02-12T00:00:00Z");
    }

    @Test
    void an_amendment_changes_the_time_or_takes_it_away() {
        var commitment = told(TWO);

        var _ = commitment.amend(form(Period.ofDays(60), List.of()), agreement(List.of()), null, 1);
        assertThat(commitment.state().silence().getFirst().confirmsAfter()).isEqualTo("2026-03-13T22:00:00Z");
        var _ = commitment.amend(form(null, List.of()), agreement(List.of()), null, 2);

        assertThat(commitment.isWaitingForSilence()).isFalse();
        assertThat(commitment.state().confirmationBySilence()).isNull();
    }

    @Test
    void nobody_is_told_where_silence_says_nothing() {
        assertForbidden(
                () -> tell(reported(null, TWO), "PS", TOLD), "nothing was agreed of silence about commitment C-01");
        assertForbidden(() -> tell(reported(MONTH, TWO), "PK", TOLD), "PK has reported it itself");
        var confirmed = reported(MONTH, THREE);
        var _ = confirmed.confirm("PS", TOLD, THREE);
        assertForbidden(() -> tell(confirmed, "PS", TOLD), "PS has confirmed it itself");
        assertThatThrownBy(() -> tell(reported(MONTH, TWO), "PS", REPORTED.minusDays(1)))
                .isInstanceOf(InvalidRequest.class);
        var byDeadline = new Commitment(UUID.randomUUID(), form(MONTH, List.of()));
        var _ = byDeadline.reportFulfilled();
        assertForbidden(
                () -> tell(byDeadline, "PS", TOLD),
                "no side has reported commitment C-01 fulfilled, so there is nothing to be told of");
    }
}
