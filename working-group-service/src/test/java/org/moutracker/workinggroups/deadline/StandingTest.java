package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.CALENDARS;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.KNOWN;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.LATER;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.commissioned;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineCancelled;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineLapsed;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineMet;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineReopened;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {

    private static final Standing GONE = Standing.closed(DeadlineStatus.CANCELLED, "the agreement was terminated");

    @Test
    void what_its_source_gives_up_is_cancelled_and_counts_again_when_the_source_says_so() {
        var deadline = deadline(KNOWN);

        var cancelled = deadline.follow(commissioned(KNOWN).standing(GONE), CALENDARS, LATER, LATER)
                .orElseThrow();
        assertThat(cancelled).isInstanceOf(DeadlineCancelled.class);
        assertThat(cancelled.state().change().cause()).isEqualTo("the agreement was terminated");
        assertThat(deadline.follow(commissioned(KNOWN).standing(GONE), CALENDARS, LATER, LATER))
                .as("told again")
                .isEmpty();

        var again =
                deadline.follow(commissioned(KNOWN), CALENDARS, LATER, LATER).orElseThrow();
        assertThat(again).isInstanceOf(DeadlineReopened.class);
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
        assertThat(deadline.scheduleNo).as("the date stands").isEqualTo(1);
    }

    @Test
    void what_a_person_has_closed_stays_closed_whatever_its_source_says() {
        var voided = deadline(KNOWN);
        var _ = voided.cancel("entered twice", LATER);
        assertThat(voided.follow(commissioned(Map.of("STATEMENT_MADE", "2025-10-01")), CALENDARS, LATER, LATER))
                .isEmpty();
        assertThat(voided.course.status()).isEqualTo(DeadlineStatus.CANCELLED);
        assertThatThrownBy(() -> voided.reopen("no", CALENDARS, LATER))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a deadline that is CANCELLED cannot be reopened");
    }

    @Test
    void what_has_happened_is_met_on_its_day() {
        var deadline = deadline(KNOWN);
        var happened = new Standing.Closed(DeadlineStatus.MET, LocalDate.parse("2025-10-02"), "it has happened");

        var met = deadline.follow(commissioned(KNOWN).standing(happened), CALENDARS, LATER, LATER)
                .orElseThrow();

        assertThat(met).isInstanceOf(DeadlineMet.class);
        assertThat(met.state().metOn()).isEqualTo("2025-10-02");
    }

    @Test
    void a_chance_that_passes_has_lapsed_and_an_event_that_comes_is_met() {
        assertThat(passed(DeadlineKind.RENEWAL_OBJECTION)).isInstanceOf(DeadlineLapsed.class);
        assertThat(passed(DeadlineKind.EXPIRY)).isInstanceOf(DeadlineMet.class);
        assertThat(passed(DeadlineKind.DELIVERY)).isInstanceOf(DeadlineEvent.DeadlinePassed.class);
    }

    private static DeadlineEvent passed(DeadlineKind kind) {
        return deadline(commissioned(kind, KNOWN, commissioned(KNOWN).rule().toJson(), null, List.of()))
                .pass(LATER);
    }

    @Test
    void what_time_has_closed_opens_again_when_a_correction_moves_it_into_the_future() {
        var by = commissioned(
                DeadlineKind.EXPIRY, KNOWN, commissioned(KNOWN).rule().toJson(), null, List.of());
        var deadline = deadline(by);
        assertThat(deadline.pass(LATER).state().metOn()).isEqualTo("2025-10-17");
        var afterwards = java.time.Instant.parse("2025-10-20T07:00:00Z");
        assertThat(deadline.follow(by, CALENDARS, afterwards, afterwards))
                .as("nothing new")
                .isEmpty();

        var corrected = commissioned(
                DeadlineKind.EXPIRY,
                Map.of("STATEMENT_MADE", "2025-10-01"),
                by.rule().toJson(),
                null,
                List.of());
        var again =
                deadline.follow(corrected, CALENDARS, afterwards, afterwards).orElseThrow();

        assertThat(again).isInstanceOf(DeadlineReopened.class);
        assertThat(again.state().lastDay()).isEqualTo("2025-10-31");
        assertThat(again.state().metOn()).isNull();
        assertThat(again.state().scheduleNo()).isEqualTo(2);
        assertThat(again.state().change().cause())
                .isEqualTo("it counts again: STATEMENT_MADE was corrected: 2025-10-01, not 2025-09-17");
    }
}
