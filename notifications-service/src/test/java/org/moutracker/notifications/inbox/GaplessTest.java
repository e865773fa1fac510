package org.moutracker.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GaplessTest {

    private final Gapless numbers = new Gapless(3);

    @Test
    void what_follows_without_a_gap_is_passed_on() {
        assertThat(numbers.pass(List.of(4L, 5L))).isEqualTo(2);

        assertThat(numbers.passed()).isEqualTo(5);
        assertThat(numbers.mustAsk()).isFalse();
        assertThat(numbers.pass(List.of())).isZero();
        assertThat(numbers.mustAsk()).isFalse();
    }

    @Test
    void a_number_that_becomes_visible_late_is_not_passed_by() {
        assertThat(numbers.pass(List.of(4L, 6L, 7L))).isEqualTo(1);
        assertThat(numbers.mustAsk()).isTrue();
        numbers.waitFor(100);
        numbers.settle(99);
        assertThat(numbers.pass(List.of(6L, 7L))).isZero();

        assertThat(numbers.pass(List.of(5L, 6L, 7L))).isEqualTo(3);
        assertThat(numbers.passed()).isEqualTo(7);
    }

    @Test
    void what_is_missing_when_nobody_is_left_who_may_fill_it_was_rolled_back() {
        numbers.pass(List.of(5L, 7L));
        numbers.waitFor(100);
        assertThat(numbers.isWaiting()).isTrue();

        numbers.settle(100);

        assertThat(numbers.isWaiting()).isFalse();
        assertThat(numbers.pass(List.of(5L, 7L))).isEqualTo(2);
    }

    @Test
    void a_gap_that_was_not_seen_when_it_was_asked_is_asked_of_anew() {
        numbers.pass(List.of(5L));
        numbers.waitFor(100);
        assertThat(numbers.pass(List.of(5L, 7L))).isZero();

        numbers.settle(100);

        assertThat(numbers.pass(List.of(5L, 7L))).isEqualTo(1);
        assertThat(numbers.mustAsk()).isTrue();
        numbers.waitFor(200);
        numbers.settle(150);
        assertThat(numbers.pass(List.of(6L, 7L))).isEqualTo(2);
    }
}
