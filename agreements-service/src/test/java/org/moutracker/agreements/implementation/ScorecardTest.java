package org.moutracker.agreements.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.agreements.agreement.FollowedAgreements.LegalActivity;
import org.moutracker.agreements.commitment.CommitmentStatus;
import org.moutracker.agreements.commitment.Position;
import org.moutracker.agreements.commitment.Position.Word;
import org.moutracker.agreements.commitment.Reached;
import org.moutracker.agreements.commitment.Target;
import org.moutracker.agreements.deadline.KnownDeadline;
import org.moutracker.agreements.life.LegalEventType;
import org.moutracker.agreements.workinggroup.KnownWorkingGroup;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorecardTest {

    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");
    private static final Target TRAINED =
            new Target("Professionals trained", BigDecimal.ZERO, new BigDecimal("120"), "persons");

    @ParameterizedTest
    @CsvSource({
        "OPEN, , true, 0, 0, nothing was reported",
        "IN_PROGRESS, 30, true, 0.25, 0.25, 30 of 120 persons by the report for 2026-01-10",
        "IN_PROGRESS, 240, true, 1, 1, 240 of 120 persons by the report for 2026-01-10",
        "IN_PROGRESS, -12, true, 0, 0, -12 of 120 persons by the report for 2026-01-10",
        "REPORTED_FULFILLED, 30, true, 0.25, 1, 'reported fulfilled by PK, not confirmed yet: 30 of 120 persons by the report for 2026-01-10'",
        "DISPUTED, , true, 0, 0, 'reported fulfilled, disputed by : nothing was reported'",
        "FULFILLED, , true, 1, 1, fulfilled: counts in full",
        "PARTIALLY_FULFILLED, 30, true, 0.25, 0.25, partially fulfilled: 30 of 120 persons by the report for 2026-01-10",
        "PARTIALLY_FULFILLED, , true, 0.5, 0.5, 'partially fulfilled, and nobody measured how far: counts half'",
        "NOT_FULFILLED, 30, true, 0, 0, not fulfilled: counts nothing",
        "SUSPENDED, 30, true, 0.25, 0.25, suspended: 30 of 120 persons by the report for 2026-01-10",
        "WAIVED, 30, false, 0, 0, waived: is not counted",
        "CANCELLED, 30, false, 0, 0, cancelled: is not counted",
    })
    void each_status_counts_for_a_reason(
            CommitmentStatus status,
            @Nullable BigDecimal value,
            boolean counts,
            BigDecimal share,
            BigDecimal reported,
            String because) {
        var positions = status == CommitmentStatus.REPORTED_FULFILLED
                ? List.of(new Position("PK", Word.REPORTED, LocalDate.parse("2026-01-10")))
                : List.<Position>of();

        var score = Score.of(owed("C-01", status, "1", value, positions));

        assertThat(score.counts()).isEqualTo(counts);
        assertThat(score.share()).isEqualByComparingTo(share);
        assertThat(score.reported()).isEqualByComparingTo(reported);
        assertThat(score.because()).isEqualTo(because);
    }

    @Test
    void progress_weighs_what_is_counted_and_names_what_is_not() {
        var card = card(
                List.of(
                        owed("C-01", CommitmentStatus.FULFILLED, "2", null, List.of()),
                        owed("C-02", CommitmentStatus.IN_PROGRESS, "1", new BigDecimal("30"), List.of()),
                        owed("C-03", CommitmentStatus.REPORTED_FULFILLED, "1", null, List.of()),
                        owed("C-04", CommitmentStatus.WAIVED, "9", null, List.of())),
                List.of());

        var progress = Progress.of(card.scores());

        assertThat(progress.weight()).isEqualByComparingTo("4");
        assertThat(progress.share()).isEqualByComparingTo("0.5625");
        assertThat(progress.reportedShare()).isEqualByComparingTo("0.8125");
        assertThat(progress.because()).isEqualTo("2.25 of 4 by weight; not counted: C-04");
        assertThat(Progress.of(List.of()).share()).isNull();
        assertThat(Progress.of(List.of()).because()).isEqualTo("nothing is counted: no commitment");
    }

    @Test
    void what_a_side_owes_alone_or_with_others_is_counted_for_it() {
        var joint = owed("C-01", CommitmentStatus.OPEN, "1", null, List.of());
        var alone = new Owed(
                UUID.randomUUID(),
                "C-02",
                "C-02",
                CommitmentStatus.FULFILLED,
                List.of("MOFA"),
                BigDecimal.ONE,
                null,
                null,
                List.of(),
                null);

        var card = card(List.of(joint, alone), List.of());

        assertThat(card.bySide())
                .containsExactly(
                        new SideCommitments("PK", Map.of(CommitmentStatus.OPEN, 1L, CommitmentStatus.FULFILLED, 1L)),
                        new SideCommitments("PS", Map.of(CommitmentStatus.OPEN, 1L)));
        assertThat(card.byStatus()).isEqualTo(Map.of(CommitmentStatus.OPEN, 1L, CommitmentStatus.FULFILLED, 1L));
    }

    @Test
    void a_deadline_is_in_time_on_its_last_day_and_overdue_from_its_instant_on() {
        var commitment = owed("C-01", CommitmentStatus.OPEN, "1", null, List.of());
        var due = Instant.parse("2026-02-01T00:00:00Z");
        var card = card(
                List.of(commitment),
                List.of(
                        deadline(commitment, "REPORT", "MET", "2026-01-31", due, "2026-01-31"),
                        deadline(commitment, "REPORT", "MET", "2026-01-31", due, "2026-02-01"),
                        deadline(commitment, "DELIVERY", "MET", null, null, "2026-01-05"),
                        deadline(commitment, "REPORT", "ACTIVE", "2026-01-31", due, null),
                        deadline(commitment, "REPORT", "ACTIVE", "2026-01-31", due.plusNanos(1), null),
                        deadline(commitment, "REPORT", "PAUSED", "2026-01-30", due.minusSeconds(1), null),
                        deadline(commitment, "REPORT", "AWAITING_ANCHOR", null, null, null),
                        deadline(commitment, "REPORT", "WAIVED", "2026-01-31", due, null),
                        deadline(commitment, "STAGNATION", "ACTIVE", "2026-01-20", due, null)));

        assertThat(card.deadlineCounts()).isEqualTo(new DeadlineCounts(2, 1, 3, 1, 1));
        assertThat(card.scores().getFirst().deadlines()).isEqualTo(card.deadlineCounts());
        assertThat(card.scores().getFirst().nextDue()).isEqualTo(LocalDate.parse("2026-01-30"));
        assertThat(card.overdue()).hasSize(1);
        assertThat(card.stagnation()).isEqualTo(new Stagnation(LocalDate.parse("2026-01-20"), List.of("C-01")));
    }

    @Test
    void the_last_activity_is_the_latest_of_all_that_happened() {
        var commitment = owed("C-01", CommitmentStatus.IN_PROGRESS, "1", new BigDecimal("30"), List.of());
        assertThat(card(List.of(commitment), List.of()).lastActivity())
                .contains(new Activity(LocalDate.parse("2026-01-10"), "a report on C-01"));

        var met = deadline(commitment, "REPORT", "MET", "2026-01-31", THEN, "2026-01-11");
        assertThat(card(List.of(commitment), List.of(met)).lastActivity())
                .contains(new Activity(LocalDate.parse("2026-01-11"), "Report: met"));
        assertThat(card(List.of(), List.of()).lastActivity())
                .contains(new Activity(LocalDate.parse("2025-10-14"), "Group: established"));
    }

    private static Scorecard card(List<Owed> commitments, List<KnownDeadline> deadlines) {
        return new Scorecard(
                THEN,
                Map.of("MOH", "PK", "MOFA", "PK", "PS", "PS"),
                commitments,
                deadlines,
                List.of(new KnownWorkingGroup(
                        UUID.randomUUID(), "Group", "CONSTITUTED", LocalDate.parse("2025-10-14"), 0)),
                Optional.of(new LegalActivity(LegalEventType.SIGNED, LocalDate.parse("2025-09-17"))));
    }

    private static KnownDeadline deadline(
            Owed commitment,
            String kind,
            String status,
            @Nullable String lastDay,
            @Nullable Instant dueAt,
            @Nullable String metOn) {
        return new KnownDeadline(
                UUID.randomUUID(),
                commitment.id(),
                kind,
                "Report",
                status,
                lastDay == null ? null : LocalDate.parse(lastDay),
                dueAt,
                metOn == null ? null : LocalDate.parse(metOn));
    }

    private static Owed owed(
            String code, CommitmentStatus status, String weight, @Nullable BigDecimal value, List<Position> positions) {
        var on = LocalDate.parse("2026-01-10");
        return new Owed(
                UUID.randomUUID(),
                code,
                code,
                status,
                List.of(),
                new BigDecimal(weight),
                TRAINED,
                value == null ? null : new Reached(value, on, value.divide(TRAINED.target())),
                positions,
                value == null ? null : on);
    }
}
