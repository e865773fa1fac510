package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthCountingTest {

    private static final String EXCLUDED = ", 'monthCounting': 'EXCLUDED'";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [{'kind': 'WITHIN', 'period': 'P1M'}]          | 2025-10-16
            [{'kind': 'TERM', 'period': 'P5Y'}]            | 2030-09-16
            [{'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'}] | 2025-03-16
            [{'kind': 'WITHIN', 'period': 'P30D'}]         | 2025-10-17
            [{'kind': 'ON_DAY', 'period': 'P3M'}]          | 2025-12-17
            [{'kind': 'OCCURRENCE', 'every': 'P6M', 'k': 2}] | 2026-09-17
            [{'kind': 'TERM', 'period': 'P2Y'}, {'kind': 'RENEWED', 'period': 'P1Y', 'times': 3}] | 2030-09-16
            [{'kind': 'TERM', 'period': 'P5Y'}, {'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'}]     | 2030-03-16
            """)
    void where_the_instrument_says_so_months_end_the_day_before_the_corresponding_date(
            String steps, LocalDate lastDay) {
        assertThat(lastDay(steps + EXCLUDED)).isEqualTo(lastDay);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [{'kind': 'WITHIN', 'period': 'P1M'}]          | 2025-10-16
            [{'kind': 'WITHIN', 'period': 'P30D'}]         | 2025-10-16
            """)
    void a_period_that_also_counts_the_day_of_the_event_loses_one_day_and_not_two(String steps, LocalDate lastDay) {
        assertThat(lastDay(steps + EXCLUDED + ", 'startDay': 'INCLUDED'")).isEqualTo(lastDay);
    }

    private static LocalDate lastDay(String stepsAndMore) {
        var answer = Json.fromSignature(stepsAndMore).evaluate(Json.signedOn("2025-09-17"), Calendars.none());
        assertThat(answer.certainty()).isEqualTo(Certainty.EXACT);
        return Objects.requireNonNull(answer.lastDay());
    }
}
