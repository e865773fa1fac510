package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedClockTest {
    private static final Instant SIGNED = Instant.parse("2025-09-17T07:00:00Z");
    private static final Speed A_DAY_A_SECOND = Speed.parse("1d/s");

    private Instant realNow = Instant.parse("2026-11-01T10:00:00Z");
    private SimulatedClock clock = new SimulatedClock(Path.of("replaced before each test"));

    @BeforeEach
    void begin(@TempDir Path folder) {
        clock = new SimulatedClock(folder.resolve("clock.properties"), () -> realNow);
        clock.begin(SIGNED, A_DAY_A_SECOND);
    }

    @Test
    void runs_as_fast_as_it_was_told() {
        pass("PT2.5S");
        assertThat(clock.instant()).isEqualTo("2025-09-19T19:00:00Z");
    }

    @Test
    void stands_still_while_it_is_paused_and_goes_on_as_before() {
        pass("PT1S");
        clock.pause();
        pass("PT1H");
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
        clock.resume();
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-19T07:00:00Z");
    }

    @Test
    void goes_on_at_another_speed() {
        clock.resume(Speed.parse("1h/s"));
        pass("PT3S");
        assertThat(clock.instant()).isEqualTo("2025-09-17T10:00:00Z");
    }

    @Test
    void jumps_ahead_and_runs_on() {
        clock.jump(Duration.ofDays(3));
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-21T07:00:00Z");
    }

    @Test
    void is_set_while_it_stands() {
        clock.pause();
        clock.set(Instant.parse("2025-10-17T00:00:00Z"));
        pass("PT1H");
        assertThat(clock.instant()).isEqualTo("2025-10-17T00:00:00Z");
    }

    @Test
    void runs_until_an_instant_and_stands_there() {
        clock.pause();
        clock.runUntil(Instant.parse("2025-09-19T07:00:00Z"));
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
        pass("PT1H");
        assertThat(clock.instant()).isEqualTo("2025-09-19T07:00:00Z");
    }

    @Test
    void goes_on_from_where_it_stood_and_not_from_where_it_would_be() {
        clock.runUntil(Instant.parse("2025-09-19T07:00:00Z"));
        pass("PT1H");
        clock.resume();
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-20T07:00:00Z");
    }

    @Test
    void never_goes_back() {
        pass("PT1S");
        assertThatThrownBy(() -> clock.set(SIGNED)).hasMessageContaining("cannot go back to 2025-09-17T07:00:00Z");
        assertThatThrownBy(() -> clock.jump(Duration.ofHours(-1))).hasMessageContaining("cannot go back");
        assertThatThrownBy(() -> clock.runUntil(SIGNED)).hasMessageContaining("cannot go back");
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
    }

    @Test
    void stands_while_the_stack_is_down() {
        clock.stop();
        pass("P30D");
        clock.start();
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
    }

    @Test
    void stays_paused_over_a_restart_when_a_person_paused_it() {
        clock.pause();
        clock.stop();
        clock.start();
        pass("PT1H");
        assertThat(clock.instant()).isEqualTo(SIGNED);
    }

    @Test
    void stood_since_a_killed_stack_was_seen_for_the_last_time() {
        pass("PT1S");
        var lastSeenAlive = realNow;
        pass("P30D");
        clock.stopAsOf(lastSeenAlive);
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
    }

    @Test
    void can_be_resumed_while_the_stack_is_down_and_still_stands_until_it_is_up() {
        clock.pause();
        clock.stop();
        clock.resume();
        pass("PT1H");
        assertThat(clock.instant()).isEqualTo(SIGNED);
        clock.start();
        pass("PT1S");
        assertThat(clock.instant()).isEqualTo("2025-09-18T07:00:00Z");
    }

    @Test
    void reads_a_file_that_says_no_more_than_the_services_need() {
        var file = new Properties();
        file.setProperty("domain", "2025-09-17T07:00:00Z");
        file.setProperty("real", "2026-11-01T10:00:00Z");
        file.setProperty("speed", "3600.5");
        file.setProperty("until", "2025-09-17T10:00:00Z");

        var reading = ClockReading.of(file);

        assertThat(reading.at(realNow.plusSeconds(2))).isEqualTo("2025-09-17T09:00:01Z");
        assertThat(reading.at(realNow.plusSeconds(9))).isEqualTo("2025-09-17T10:00:00Z");
        assertThat(ClockReading.of(reading.toProperties())).isEqualTo(reading);
    }

    private void pass(String duration) {
        realNow = realNow.plus(Duration.parse(duration));
    }
}
