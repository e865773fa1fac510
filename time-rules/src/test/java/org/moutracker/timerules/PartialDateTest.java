package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartialDateTest {

    @ParameterizedTest(name = "{0} is between {1} and {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-09-17,             2025-09-17, 2025-09-17
            2020-09,                2020-09-01, 2020-09-30
            2024-02,                2024-02-01, 2024-02-29
            2020,                   2020-01-01, 2020-12-31
            201X,                   2010-01-01, 2019-12-31
            20XX,                   2000-01-01, 2099-12-31
            00XX,                   0001-01-01, 0099-12-31
            2006-XX-24,             2006-01-24, 2006-12-24
            2009-XX-21,             2009-01-21, 2009-12-21
            2023-XX-31,             2023-01-31, 2023-12-31
            2020-09-XX,             2020-09-01, 2020-09-30
            2020-XX,                2020-01-01, 2020-12-31
            20XX-02-29,             2000-02-29, 2096-02-29
            ../2020-09-22,          -,          2020-09-22
            /2020-09-22,            -,          2020-09-22
            2020-09-22/..,          2020-09-22, -
            2020-01/2020-03,        2020-01-01, 2020-03-31
            2020-01-05/2020-03,     2020-01-05, 2020-03-31
            2020-09-22~,            2020-09-22, 2020-09-22
            2020-09?,               2020-09-01, 2020-09-30
            2020%,                  2020-01-01, 2020-12-31
            2020-01~/2020-03,       2020-01-01, 2020-03-31
            """)
    void a_date_known_in_part_has_bounds(String text, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        var date = PartialDate.parse(text);

        assertThat(date.earliest()).isEqualTo(Optional.ofNullable(earliest));
        assertThat(date.latest()).isEqualTo(Optional.ofNullable(latest));
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-09-17", "2020-09-22/2020-09-22"})
    void a_date_whose_bounds_are_one_day_is_exact(String text) {
        assertThat(PartialDate.parse(text).day()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-09",
                "2020",
                "2006-XX-24",
                "../2020-09-22",
                "2020-09-22/..",
                "2020-09-22~",
                "2020-09-22?",
                "2020-09-22%",
                "2020-09-22~/2020-09-22"
            })
    void a_date_known_in_part_or_not_for_certain_is_not_exact(String text) {
        assertThat(PartialDate.parse(text).day()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2025-09-17",
                "2025-9-17",
                "17.09.2025",
                "2025-09-17T10:00:00Z",
                "25-09-17",
                "12025-09-17",
                "-0044-03-15",
                "2XXX",
                "2025-X1-01",
                "2025-09-1X",
                "2020-21-01~~",
                "2020-01/2020-02/2020-03"
            })
    void what_is_no_date_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessageContaining("is not a date: write it as 2025-09-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-02-29",
                "2025-13-01",
                "2025-00-01",
                "2025-01-00",
                "2025-XX-32",
                "0000",
                "2020-21"
            })
    void a_date_that_does_not_exist_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse(text))
                .withMessage("'" + text + "' does not exist in the calendar");
    }

    @Test
    void an_interval_that_says_nothing_or_runs_backwards_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse("../.."))
                .withMessageContaining("says nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartialDate.parse("2021/2020"))
                .withMessageContaining("ends before it begins");
    }

    @Test
    void two_dates_are_equal_when_they_are_written_alike() {
        assertThat(PartialDate.parse("2025-09-17"))
                .isEqualTo(PartialDate.of(LocalDate.of(2025, 9, 17)))
                .hasSameHashCodeAs(PartialDate.of(LocalDate.of(2025, 9, 17)))
                .isNotEqualTo(PartialDate.parse("2025-09-17~"));
    }
}
