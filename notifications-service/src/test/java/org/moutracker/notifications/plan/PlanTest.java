package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.deadline.Deadline;
import org.moutracker.notifications.deadline.DeadlineStatus;
import org.moutracker.notifications.policy.Held;
import org.moutracker.notifications.policy.PolicySteps;
import org.moutracker.notifications.policy.Quorum;
import org.moutracker.notifications.policy.ScopeType;
import org.moutracker.notifications.policy.Terms;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {

    private static final UUID ID = UUID.fromString("01995778-5a80-7000-8000-00000000d001");
    private static final Instant THEN = Instant.parse("2025-09-17T07:00:01Z");
    private static final Instant LATER = Instant.parse("2025-10-10T07:00:00Z");

    @Test
    void the_first_plan_makes_up_for_past_steps_and_is_looked_at_at_once() {
        var plan = Plan.first(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), THEN, null);

        assertThat(plan.number()).isEqualTo(1);
        assertThat(plan.active()).isTrue();
        assertThat(plan.catchesUp()).isTrue();
        assertThat(plan.nextFireAt()).isEqualTo(Plan.AT_ONCE);
    }

    @Test
    void a_deadline_without_a_date_has_no_active_plan_until_its_date_is_known() {
        for (var scheduleNo : List.of(0, 1)) {
            var waiting = Plan.first(deadline(DeadlineStatus.AWAITING_ANCHOR, scheduleNo, null), THEN, null);
            assertThat(waiting.active()).isFalse();

            var armed = waiting.follow(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), LATER, null);
            assertThat(armed.active()).isTrue();
            assertThat(armed.number()).isEqualTo(1);
            assertThat(armed.catchesUp()).isTrue();
        }
    }

    @Test
    void a_move_begins_the_next_plan_whose_steps_lie_after_it() {
        var moved = Plan.first(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), THEN, null)
                .follow(deadline(DeadlineStatus.ACTIVE, 2, "2025-10-31"), LATER, null);

        assertThat(moved.number()).isEqualTo(2);
        assertThat(moved.beganAt()).isEqualTo(LATER);
        assertThat(moved.catchesUp()).isFalse();
    }

    @Test
    void who_hears_only_of_the_last_move_arrives_at_the_same_plan() {
        var last = deadline(DeadlineStatus.ACTIVE, 3, "2025-10-31");
        var heardAll = Plan.first(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), THEN, null)
                .follow(deadline(DeadlineStatus.ACTIVE, 2, "2025-10-24"), LATER, null)
                .follow(last, LATER, null);

        assertThat(Plan.first(last, LATER, null)).isEqualTo(heardAll);
    }

    @Test
    void news_that_move_nothing_leave_the_plan_and_have_it_looked_at() {
        var deadline = deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17");
        var plan = Plan.first(deadline, THEN, null);

        assertThat(plan.follow(deadline, LATER, null)).isEqualTo(plan);
    }

    @Test
    void what_is_over_is_inactive_and_begins_anew_when_it_runs_again() {
        for (var over : List.of(
                DeadlineStatus.MET,
                DeadlineStatus.WAIVED,
                DeadlineStatus.CANCELLED,
                DeadlineStatus.PAUSED,
                DeadlineStatus.LAPSED)) {
            var ended = Plan.first(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), THEN, null)
                    .follow(deadline(over, 1, "2025-10-17"), LATER, null);
            assertThat(ended.active()).isFalse();
            assertThat(ended.nextFireAt()).isNull();

            var reopened = ended.follow(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), LATER, null);
            assertThat(reopened.active()).isTrue();
            assertThat(reopened.number()).isEqualTo(2);
            assertThat(reopened.catchesUp()).isFalse();
        }
    }

    @Test
    void another_policy_raises_the_number_and_what_was_told_stays_told() {
        var deadline = deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17");
        var moved =
                Plan.first(deadline, THEN, null).follow(deadline(DeadlineStatus.ACTIVE, 2, "2025-10-31"), LATER, null);

        var adopted = moved.follow(deadline(DeadlineStatus.ACTIVE, 2, "2025-10-31"), LATER, held("T-20"));

        assertThat(adopted.number()).isEqualTo(3);
        assertThat(adopted.toldSince()).isEqualTo(2);
        assertThat(adopted.ladder().offsets()).containsExactly(-20);
        assertThat(adopted.beganAt()).isEqualTo(moved.beganAt());
        assertThat(adopted.catchesUp()).isEqualTo(moved.catchesUp());
    }

    @Test
    void the_same_policy_again_changes_nothing_and_none_any_more_is_the_built_in_ladder() {
        var deadline = deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17");
        var plan = Plan.first(deadline, THEN, held("T-20"));

        assertThat(plan.number()).isEqualTo(1);
        assertThat(plan.follow(deadline, LATER, held("T-20"))).isEqualTo(plan);
        var back = plan.follow(deadline, LATER, null);
        assertThat(back.number()).isEqualTo(2);
        assertThat(back.ladder()).isEqualTo(Plan.first(deadline, THEN, null).ladder());
    }

    @Test
    void a_move_counts_from_its_own_number_on_whatever_the_policy() {
        var moved = Plan.first(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), THEN, null)
                .follow(deadline(DeadlineStatus.ACTIVE, 1, "2025-10-17"), LATER, held("T-20"))
                .follow(deadline(DeadlineStatus.ACTIVE, 2, "2025-10-31"), LATER, held("T-20"));

        assertThat(moved.number()).isEqualTo(3);
        assertThat(moved.toldSince()).isEqualTo(3);
    }

    private static Held held(String step) {
        var steps = List.of(PolicySteps.of(step));
        return new Held(ID, ScopeType.KIND, new Terms(steps, null, Quorum.ANY, 7, false));
    }

    @Test
    void a_watch_for_silence_reminds_of_nothing_and_tells_when_it_lasts() {
        var watch = deadline("STAGNATION", DeadlineStatus.ACTIVE, 1, LocalDate.parse("2026-03-16"));

        assertThat(Plan.first(watch, THEN, null).ladder().offsets()).containsExactly(1, 7, 14, 21, 28, 35);
    }

    private static Deadline deadline(
            DeadlineStatus status, int scheduleNo, @org.jspecify.annotations.Nullable String lastDay) {
        var day = lastDay == null ? null : LocalDate.parse(lastDay);
        return deadline("DELIVERY", status, scheduleNo, day);
    }

    private static Deadline deadline(
            String kind, DeadlineStatus status, int scheduleNo, @org.jspecify.annotations.Nullable LocalDate day) {
        return new Deadline(
                ID,
                kind,
                "A deadline",
                null,
                null,
                status,
                null,
                day,
                day == null ? null : day.atTime(21, 0).toInstant(java.time.ZoneOffset.UTC),
                scheduleNo,
                scheduleNo > 1 ? LATER : THEN,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }
}
