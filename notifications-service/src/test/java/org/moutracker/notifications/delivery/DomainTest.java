package org.moutracker.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DomainTest {

    private long now = 1_000;
    private final Domain domain = new Domain(Allowance.of(Optional.empty(), now), 7);

    @ParameterizedTest
    @EnumSource(names = {"DEFERRED", "UNKNOWN"})
    void a_domain_that_refuses_five_in_a_row_is_left_alone_for_a_minute(AttemptOutcome outcome) {
        refuse(4, outcome);
        assertThat(domain.isShut(now)).isFalse();

        refuse(1, outcome);

        assertThat(domain.leftAloneFor(now)).contains(Duration.ofMinutes(1));
        assertThat(domain.admit(now)).contains(Duration.ofMinutes(1));
        later(Duration.ofSeconds(59));
        assertThat(domain.isShut(now)).isTrue();
        later(Duration.ofSeconds(1));
        assertThat(domain.isShut(now)).isFalse();
    }

    @Test
    void one_message_asks_whether_it_takes_mails_again_while_the_others_wait() {
        refuse(5, AttemptOutcome.DEFERRED);
        later(Duration.ofMinutes(1));

        assertThat(domain.admit(now)).isEmpty();
        assertThat(domain.admit(now)).isPresent();
        assertThat(domain.isShut(now)).isTrue();

        domain.answered(AttemptOutcome.ACCEPTED, now);
        assertThat(domain.isShut(now)).isFalse();
        assertThat(domain.admit(now)).isEmpty();
        assertThat(domain.admit(now)).isEmpty();
    }

    @Test
    void it_is_left_alone_for_longer_each_time_and_a_quarter_of_an_hour_at_most() {
        refuse(5, AttemptOutcome.DEFERRED);
        var pauses = new ArrayList<Duration>();
        for (var times = 0; times < 7; times++) {
            var pause = domain.leftAloneFor(now).orElseThrow();
            pauses.add(pause);
            later(pause);
            refuse(1, AttemptOutcome.DEFERRED);
        }

        assertThat(pauses.stream().map(Duration::toMinutes)).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    }

    @Test
    void those_that_were_under_way_together_prolong_nothing() {
        for (var i = 0; i < 20; i++) {
            assertThat(domain.admit(now)).isEmpty();
        }
        for (var i = 0; i < 20; i++) {
            domain.answered(AttemptOutcome.DEFERRED, now);
        }

        assertThat(domain.leftAloneFor(now)).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_mailbox_that_is_none_and_a_server_of_ours_that_is_away_say_nothing_of_a_domain() {
        refuse(4, AttemptOutcome.DEFERRED);
        refuse(10, AttemptOutcome.UNREACHABLE);
        refuse(1, AttemptOutcome.REFUSED);
        refuse(4, AttemptOutcome.DEFERRED);

        assertThat(domain.isShut(now)).isFalse();
    }

    @Test
    void what_was_admitted_and_not_sent_after_all_does_not_keep_others_waiting_for_its_answer() {
        refuse(5, AttemptOutcome.DEFERRED);
        later(Duration.ofMinutes(1));
        assertThat(domain.admit(now)).isEmpty();

        domain.withdraw();

        assertThat(domain.underWay()).isZero();
        assertThat(domain.admit(now)).isEmpty();
    }

    @Test
    void no_more_go_in_a_second_than_was_set_and_each_that_waits_is_told_another_time() {
        var slow = new Domain(Allowance.of(Optional.of(2), now), 7);
        assertThat(slow.admit(now)).isEmpty();
        assertThat(slow.admit(now)).isEmpty();
        assertThat(slow.admit(now)).contains(Duration.ofMillis(500));
        assertThat(slow.admit(now)).contains(Duration.ofSeconds(1));
        assertThat(slow.isShut(now)).isTrue();
        assertThat(slow.leftAloneFor(now)).isEmpty();

        later(Duration.ofMillis(500));
        assertThat(slow.admit(now)).isEmpty();
        assertThat(slow.admit(now)).contains(Duration.ofMillis(500));

        later(Duration.ofHours(1));
        assertThat(slow.admit(now)).isEmpty();
        assertThat(slow.admit(now)).isEmpty();
        assertThat(slow.admit(now)).isPresent();
    }

    @Test
    void a_domain_is_what_stands_behind_the_last_at_in_small_letters() {
        assertThat(Domain.of(" \"a@b\"@Health.Example ")).isEqualTo("health.example");
    }

    private void refuse(int times, AttemptOutcome outcome) {
        for (var i = 0; i < times; i++) {
            assertThat(domain.admit(now)).isEmpty();
            domain.answered(outcome, now);
        }
    }

    private void later(Duration time) {
        now += time.toNanos();
    }
}
