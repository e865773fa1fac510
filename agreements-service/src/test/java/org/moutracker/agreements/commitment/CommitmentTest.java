package org.moutracker.agreements.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.agreements.commitment.CommitmentStatus.CANCELLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.IN_PROGRESS;
import static org.moutracker.agreements.commitment.CommitmentStatus.OPEN;
import static org.moutracker.agreements.commitment.CommitmentStatus.REPORTED_FULFILLED;
import static org.moutracker.agreements.commitment.CommitmentStatus.SUSPENDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentCancelled;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentResumed;
import org.moutracker.agreements.commitment.CommitmentEvent.CommitmentSuspended;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.life.Survival;
import org.moutracker.agreements.life.Suspension;

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
                        List.of(areas)));
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
}
