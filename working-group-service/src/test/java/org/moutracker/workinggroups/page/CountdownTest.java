package org.moutracker.workinggroups.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountdownTest {

    private static final Instant DUE_AT = Instant.parse("2025-10-17T21:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-10-05T12:00:00Z, DAYS_LEFT, 12",
        "2025-10-16T21:00:00Z, DAYS_LEFT, 1",
        "2025-10-16T21:00:01Z, HOURS_LEFT, 23",
        "2025-10-17T20:00:00Z, HOURS_LEFT, 1",
        "2025-10-17T20:00:01Z, MINUTES_LEFT, 59",
        "2025-10-17T20:59:59Z, MINUTES_LEFT, 0",
        "2025-10-17T21:00:00Z, MINUTES_LATE, 0",
        "2025-10-17T22:30:00Z, HOURS_LATE, 1",
        "2025-10-18T20:59:59Z, HOURS_LATE, 23",
        "2025-10-21T00:00:00Z, DAYS_LATE, 3"
    })
    void time_is_counted_in_the_largest_unit_that_has_begun(Instant now, Countdown.Unit unit, long count) {
        assertThat(Countdown.of(DUE_AT, now)).isEqualTo(new Countdown(unit, count));
    }
}
