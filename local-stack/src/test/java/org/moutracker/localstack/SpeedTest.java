package org.moutracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeedTest {

    @ParameterizedTest
    @CsvSource({"1d/s,86400", "12h/s,43200", "30m/s,1800", "1s/s,1", "0.5d/s,43200", "0s/s,0", "1.5s/s,1.5"})
    void is_told_in_days_hours_minutes_or_seconds_per_second(String text, double seconds) {
        assertThat(Speed.parse(text).secondsPerSecond()).isEqualByComparingTo(String.valueOf(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1d/s,1d/s", "12h/s,12h/s", "24h/s,1d/s", "90s/s,90s/s", "1.5s/s,1.5s/s", "10d/s,10d/s", "0d/s,0s/s"})
    void is_shown_in_the_largest_unit_that_fits(String text, String shown) {
        assertThat(Speed.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "1d", "d/s", "-1d/s", "1w/s", "1d/s ", "1,5d/s", "400d/s", "9999999d/s"})
    void is_refused_in_one_sentence_when_it_makes_no_sense(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }
}
