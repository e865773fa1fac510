package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.CALENDARS;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.KNOWN;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.LATER;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.SIGNED;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.commissioned;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Certainty;
import org.moutracker.timerules.WorkingCalendar;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineArmed;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineChanged;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineRescheduled;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineTest {

    @Test
    void a_deadline_whose_anchor_is_known_is_active() {
        var opened = new Deadline(commissioned(KNOWN), 0, CALENDARS, SIGNED)
                .open(SIGNED)
                .state();

        assertThat(opened.status()).isEqualTo(DeadlineStatus.ACTIVE);
        assertThat(opened.lastDay()).isEqualTo("2025-10-17");
        assertThat(opened.dueAt()).isEqualTo("2025-10-17T21:00:00Z");
        assertThat(opened.scheduleNo()).isEqualTo(1);
        assertThat(opened.version()).isEqualTo(1);
        assertThat(opened.change().cause()).isEqualTo("commitment C-01 was opened");
    }

    @Test
    void a_deadline_waits_for_its_anchor_and_is_armed_by_it() {
        var deadline = deadline(Map.of());
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.AWAITING_ANCHOR);
        assertThat(deadline.schedule.missing()).containsExactly("STATEMENT_MADE");
        assertThat(deadline.scheduleNo).isZero();

        var armed =
                deadline.follow(commissioned(KNOWN), CALENDARS, LATER, LATER).orElseThrow();

        assertThat(armed).isInstanceOf(DeadlineArmed.class);
        assertThat(armed.state().scheduleNo()).isEqualTo(1);
        assertThat(armed.state().scheduledAt()).isEqualTo(LATER);
        assertThat(armed.state().change().cause()).isEqualTo("STATEMENT_MADE is known: 2025-09-17");
    }

    @Test
    void an_anchor_known_in_part_is_waited_for() {
        assertThat(deadline(Map.of("STATEMENT_MADE", "2025-XX-17")).course.status())
                .isEqualTo(DeadlineStatus.AWAITING_ANCHOR);
    }

    @Test
    void a_corrected_anchor_moves_the_date_and_says_why() {
        var deadline = deadline(KNOWN);
        var _ = deadline.pass(LATER);

        var moved = deadline.follow(commissioned(Map.of("STATEMENT_MADE", "2025-09-18")), CALENDARS, LATER, LATER)
                .orElseThrow();

        assertThat(moved).isInstanceOf(DeadlineRescheduled.class);
        assertThat(moved.state().scheduleNo()).isEqualTo(2);
        assertThat(moved.state().change().from()).isEqualTo("2025-10-17");
        assertThat(moved.state().change().to()).isEqualTo("2025-10-18");
        assertThat(moved.state().change().cause())
                .isEqualTo("STATEMENT_MADE was corrected: 2025-09-18, not 2025-09-17");
        assertThat(deadline.course.passed()).as("the new schedule passes anew").isFalse();
    }

    @Test
    void a_withdrawn_anchor_makes_it_wait_again() {
        var moved = deadline(KNOWN)
                .follow(commissioned(Map.of()), CALENDARS, LATER, LATER)
                .orElseThrow()
                .state();

        assertThat(moved.status()).isEqualTo(DeadlineStatus.AWAITING_ANCHOR);
        assertThat(moved.dueAt()).isNull();
        assertThat(moved.scheduleNo()).isEqualTo(2);
    }

    @Test
    void what_it_follows_already_changes_nothing() {
        var deadline = deadline(KNOWN);

        assertThat(deadline.follow(commissioned(KNOWN), CALENDARS, LATER, LATER))
                .isEmpty();
        assertThat(deadline.follow(
                        commissioned(Map.of("STATEMENT_MADE", "2025-09-17", "SIGNATURE", "2025-09-17")),
                        CALENDARS,
                        LATER,
                        LATER))
                .isEmpty();
        assertThat(deadline.scheduleNo).isEqualTo(1);
    }

    @Test
    void a_confirmed_calendar_changes_what_is_said_but_not_the_date() {
        var rolling = Map.<String, Object>of(
                "anchor", Map.of("event", "STATEMENT_MADE"),
                "steps", List.of(Map.of("kind", "WORKING_DAYS", "days", 5)),
                "calendars", Map.of("authorities", List.of("PK")));
        var unconfirmed = new WorkingCalendar(
                "PK", Set.of(DayOfWeek.SUNDAY), Map.of(), Set.of(), Set.of(), LocalDate.parse("2025-01-01"), 1);
        var confirmed = new WorkingCalendar("PK", Set.of(DayOfWeek.SUNDAY), Map.of(), Set.of(), Set.of(), null, 2);
        var deadline = new Deadline(commissioned(KNOWN, rolling), 0, Calendars.of(List.of(unconfirmed)), SIGNED);
        assertThat(deadline.schedule.certainty()).isEqualTo(Certainty.PROVISIONAL);

        var changed = deadline.follow(commissioned(KNOWN, rolling), Calendars.of(List.of(confirmed)), LATER, LATER)
                .orElseThrow();

        assertThat(changed).isInstanceOf(DeadlineChanged.class);
        assertThat(changed.state().certainty()).isEqualTo(Certainty.EXACT);
        assertThat(changed.state().scheduleNo()).isEqualTo(1);
    }

    @Test
    void a_rule_on_a_calendar_that_nobody_knows_waits_for_it() {
        var deadline = new Deadline(commissioned(KNOWN), 0, Calendars.none(), SIGNED);

        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.AWAITING_ANCHOR);
        assertThat(deadline.schedule.missing().getFirst()).contains("calendars.authorities[0]");
        assertThat(deadline.follow(commissioned(KNOWN), CALENDARS, LATER, LATER))
                .isPresent();
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
    }

    @Test
    void it_is_met_and_reopened_with_a_reason() {
        var deadline = deadline(KNOWN);

        var met =
                deadline.complete(LocalDate.parse("2025-10-10"), "done", LATER).state();
        assertThat(met.status()).isEqualTo(DeadlineStatus.MET);
        assertThat(met.metOn()).isEqualTo("2025-10-10");
        assertThat(met.change().cause()).isEqualTo("met on 2025-10-10: done");
        assertThatThrownBy(() -> deadline.waive("no", LATER))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a deadline that is MET cannot be waived");

        var reopened = deadline.reopen("it was not", CALENDARS, LATER).state();
        assertThat(reopened.status()).isEqualTo(DeadlineStatus.ACTIVE);
        assertThat(reopened.metOn()).isNull();
        assertThat(reopened.scheduleNo()).isEqualTo(1);
        assertThatThrownBy(() -> deadline.reopen("again", CALENDARS, LATER))
                .hasMessage("a deadline that is ACTIVE is open already");
    }

    @Test
    void it_cannot_be_met_in_the_future_or_before_its_anchor() {
        assertThatThrownBy(() -> deadline(KNOWN).complete(LocalDate.parse("2025-10-11"), null, LATER))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("must not be after today, 2025-10-10");
        var deadline = deadline(KNOWN);
        assertThatThrownBy(() -> deadline.complete(LocalDate.parse("2025-09-16"), null, LATER))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("must not be before 2025-09-17");
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
    }

    @Test
    void what_was_heard_while_it_was_closed_counts_when_it_is_reopened() {
        var deadline = deadline(KNOWN);
        assertThat(deadline.waive("not needed", LATER).state().status()).isEqualTo(DeadlineStatus.WAIVED);
        assertThat(deadline.follow(commissioned(Map.of("STATEMENT_MADE", "2025-10-01")), CALENDARS, LATER, LATER))
                .isEmpty();

        var reopened = deadline.reopen("needed", CALENDARS, LATER).state();

        assertThat(reopened.lastDay()).isEqualTo("2025-10-31");
        assertThat(reopened.scheduleNo()).isEqualTo(2);
        assertThat(reopened.change().from()).isEqualTo("2025-10-17");
    }

    @Test
    void a_deadline_that_still_is_in_time_somewhere_is_met_in_time() {
        // Already Saturday in Karachi, still Friday in Hebron.
        assertThat(RuleDays.judged(deadline(KNOWN).rule(), Instant.parse("2025-10-17T20:00:00Z")))
                .isEqualTo("2025-10-17");
        assertThat(RuleDays.judged(deadline(KNOWN).rule(), Instant.parse("2025-10-17T21:00:00Z")))
                .isEqualTo("2025-10-18");
    }

    @Test
    void what_somebody_sees_to_is_handed_over_and_what_others_see_to_is_not() {
        var deadline = deadline(KNOWN);
        var from = UUID.randomUUID();
        var to = new Responsible("PK", UUID.randomUUID());
        deadline.responsible = List.of(new Responsible("PK", from), new Responsible("PS"));

        assertThat(deadline.handOver(from, to, LATER).state().responsible()).containsExactly(to, new Responsible("PS"));
    }
}
