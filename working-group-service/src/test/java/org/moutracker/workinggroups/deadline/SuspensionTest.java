package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.CALENDARS;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.KNOWN;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.LATER;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.commissioned;
import static org.moutracker.workinggroups.deadline.DeadlineFixture.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlinePaused;
import org.moutracker.workinggroups.deadline.DeadlineEvent.DeadlineResumed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuspensionTest {

    private static final Map<String, Object> THIRTY_DAYS = Map.of(
            "anchor", Map.of("event", "STATEMENT_MADE"), "steps", List.of(Map.of("kind", "WITHIN", "period", "P30D")));

    @Test
    void a_suspension_stops_the_clock_and_resumption_restores_the_days_that_remained() {
        var deadline = deadline(asked(DeadlineKind.DELIVERY, THIRTY_DAYS));

        var paused = follow(deadline, suspended("2025-10-01", null)).orElseThrow();

        assertThat(paused).isInstanceOf(DeadlinePaused.class);
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.PAUSED);
        assertThat(paused.state().change().cause()).isEqualTo("suspended since 2025-10-01: the clock stands");

        var resumed = follow(deadline, suspended("2025-10-01", "2025-12-01")).orElseThrow();

        assertThat(resumed).isInstanceOf(DeadlineResumed.class);
        assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
        // 16 days remained on 1 October.
        assertThat(resumed.state().lastDay()).isEqualTo("2025-12-17");
        assertThat(resumed.state().change().from()).isEqualTo("2025-10-17");
        assertThat(resumed.state().scheduleNo()).isEqualTo(2);
        assertThat(resumed.state().explanation().getLast().because())
                .isEqualTo("suspended from 2025-10-01 to 2025-12-01: the days that remained are restored");
    }

    @Test
    void two_suspensions_are_both_restored_and_told_again_change_nothing() {
        var twice = List.of(
                new Suspension(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-11"), List.of()),
                new Suspension(LocalDate.parse("2025-10-20"), LocalDate.parse("2025-10-25"), List.of()));
        var deadline = deadline(asked(DeadlineKind.DELIVERY, THIRTY_DAYS));

        assertThat(follow(deadline, twice)).isPresent();

        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-11-01");
        assertThat(follow(deadline, twice)).isEmpty();
    }

    @Test
    void what_was_suspended_before_the_count_began_costs_only_the_days_since() {
        var deadline = deadline(asked(DeadlineKind.DELIVERY, THIRTY_DAYS));

        assertThat(follow(deadline, suspended("2025-09-01", "2025-09-20"))).isPresent();

        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-10-20");
    }

    @Test
    void what_was_overdue_when_the_suspension_began_stays_overdue() {
        var deadline = deadline(asked(DeadlineKind.DELIVERY, THIRTY_DAYS));

        assertThat(follow(deadline, suspended("2025-10-18", null))).isEmpty();
        assertThat(follow(deadline, suspended("2025-10-18", "2025-11-18"))).isEmpty();
        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-10-17");
    }

    @Test
    void a_restored_day_rolls_as_the_rule_says() {
        var rule = new HashMap<>(THIRTY_DAYS);
        rule.put("roll", "FOLLOWING");
        rule.put("calendars", Map.of("authorities", List.of("PK")));
        var deadline = deadline(asked(DeadlineKind.DELIVERY, rule));

        // 17 October and one day is a Saturday.
        assertThat(follow(deadline, suspended("2025-10-01", "2025-10-02"))).isPresent();

        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-10-20");
    }

    @Test
    void a_term_and_the_chance_to_end_it_go_on_during_a_suspension() {
        for (var kind : List.of(DeadlineKind.EXPIRY, DeadlineKind.TERMINATION_NOTICE, DeadlineKind.RENEWAL_OBJECTION)) {
            var deadline = deadline(asked(kind, THIRTY_DAYS));

            assertThat(follow(deadline, suspended("2025-10-01", null)))
                    .as(kind.name())
                    .isEmpty();
            assertThat(deadline.course.status()).isEqualTo(DeadlineStatus.ACTIVE);
        }
    }

    @Test
    void what_is_counted_back_from_a_later_day_does_not_move() {
        var before = Map.<String, Object>of(
                "anchor", Map.of("event", "STATEMENT_MADE"),
                "steps", List.of(Map.of("kind", "AT_LEAST_BEFORE", "period", "P1M")));
        var deadline = deadline(asked(DeadlineKind.DECISION, before));
        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-08-17");

        assertThat(follow(deadline, suspended("2025-08-01", "2025-08-11"))).isEmpty();
    }

    @Test
    void a_day_that_was_agreed_on_moves_only_with_suspensions_that_come_after() {
        var deadline = deadline(asked(DeadlineKind.DELIVERY, THIRTY_DAYS));
        var _ = deadline.extend(Extension.read("2025-11-30"), "agreed", CALENDARS, LATER);

        assertThat(follow(deadline, suspended("2025-10-01", "2025-10-05"))).isEmpty();
        assertThat(follow(deadline, suspended("2025-11-01", "2025-11-11"))).isPresent();

        assertThat(deadline.schedule.lastDay()).isEqualTo("2025-12-10");
        assertThat(deadline.schedule.explanation().getFirst().because()).isEqualTo("extended: agreed");
    }

    @Test
    void a_part_that_is_suspended_concerns_what_belongs_to_nothing_else() {
        var partial = new Suspension(LocalDate.parse("2025-10-01"), null, List.of("Ophthalmology", "Burns"));

        assertThat(partial.concerns(List.of("Burns"))).isTrue();
        assertThat(partial.concerns(List.of("Burns", "Endoscopy"))).isFalse();
        assertThat(partial.concerns(List.of())).isFalse();
        assertThat(new Suspension(LocalDate.parse("2025-10-01"), null, List.of()).concerns(List.of()))
                .isTrue();
    }

    private static Commissioned asked(DeadlineKind kind, Map<String, Object> rule) {
        return commissioned(kind, KNOWN, rule, null, List.of());
    }

    private static List<Suspension> suspended(String since, @Nullable String until) {
        return List.of(
                new Suspension(LocalDate.parse(since), until == null ? null : LocalDate.parse(until), List.of()));
    }

    private static Optional<DeadlineEvent> follow(Deadline deadline, List<Suspension> suspensions) {
        var by = commissioned(
                deadline.kind, KNOWN, deadline.descent.first(deadline.rule()).toJson(), null, suspensions);
        return deadline.follow(by, CALENDARS, LATER, LATER);
    }
}
