package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.policy.Circle;
import org.moutracker.notifications.policy.PolicySteps;
import org.moutracker.notifications.policy.Quorum;
import org.moutracker.notifications.policy.Repeat;
import org.moutracker.notifications.policy.Terms;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LadderTest {

    private static final Instant START = Instant.parse("2025-09-17T07:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2025-09-17");
    private static final List<Integer> OVERDUE = List.of(1, 7, 14, 21, 28, 35);

    @Test
    void a_way_of_up_to_45_days_has_five_reminders() {
        for (var days : List.of(0, 30, 45)) {
            assertThat(reminders(days)).containsExactly(-14, -7, -3, -1, 0);
        }
    }

    @Test
    void a_way_of_up_to_a_year_begins_sixty_days_before() {
        for (var days : List.of(46, 365)) {
            assertThat(reminders(days)).containsExactly(-60, -30, -14, -7, -3, -1, 0);
        }
    }

    @Test
    void a_longer_way_begins_half_a_year_before() {
        assertThat(reminders(366)).containsExactly(-180, -90, -60, -30, -14, -7, -3, -1, 0);
    }

    @Test
    void after_the_day_come_six_notices_and_no_more() {
        assertThat(Ladder.byHorizon(START, DAY.plusDays(400)).offsets()).endsWith(OVERDUE.toArray(Integer[]::new));
        assertThat(Ladder.byHorizon(null, DAY).offsets()).containsAll(OVERDUE).hasSize(11);
    }

    @Test
    void in_the_built_in_ladder_reminders_are_left_out_while_somebody_sees_to_it_and_nothing_from_the_day_on() {
        assertThat(Ladder.of(List.of(-14, -1, 0, 1, 7)).steps())
                .extracting(Step::onlyIfNotAcknowledged)
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void a_policy_says_its_own_steps_and_what_it_repeats_and_its_last_step_goes_further_where_it_may() {
        var ladder = Ladder.of(new Terms(
                List.of(PolicySteps.read("""
                                {"step": "T+1", "audience": "CO_CHAIR", "onlyIfNotAcknowledged": true}"""), PolicySteps.read("""
                                {"step": "T-2", "channels": ["IN_APP"]}""")), new Repeat(7, 2), Quorum.ANY, 7, true));

        assertThat(ladder.offsets()).containsExactly(-2, 1, 8, 15);
        assertThat(ladder.steps())
                .extracting(Step::circle)
                .containsExactly(Circle.RESPONSIBLE, Circle.CO_CHAIR, Circle.CO_CHAIR, Circle.OTHER_SIDE);
        assertThat(ladder.steps()).extracting(Step::mails).containsExactly(false, true, true, true);
        assertThat(ladder.at(15).onlyIfNotAcknowledged()).isTrue();
        assertThat(ladder.at(-14)).isEqualTo(new Step(-14));
    }

    @Test
    void a_step_is_written_as_people_write_it() {
        assertThat(List.of(-14, 0, 7))
                .extracting(offset -> new Step(offset).toString())
                .containsExactly("T-14", "T-0", "T+7");
    }

    private static List<Integer> reminders(int days) {
        return Ladder.byHorizon(START, DAY.plusDays(days)).steps().stream()
                .filter(Step::isReminder)
                .map(Step::offset)
                .toList();
    }
}
