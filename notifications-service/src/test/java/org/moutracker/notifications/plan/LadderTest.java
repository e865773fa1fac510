package org.moutracker.notifications.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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
