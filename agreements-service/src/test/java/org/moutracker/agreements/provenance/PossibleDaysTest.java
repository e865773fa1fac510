package org.moutracker.agreements.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PossibleDaysTest {

    @ParameterizedTest
    @CsvSource({
        // register, source
        "2025-09-17, 2025-09-17, AGREES",
        "2025-09-17, 2025-09, AGREES",
        "2025-09-17, 2025, AGREES",
        "2025-09-17, 202X, AGREES",
        "2025-09-17, 2025-09-18, CONTRADICTS",
        "2025-09-17, 2025-10, CONTRADICTS",
        "2025-09-17, ../2025-09-18, AGREES",
        "2025-09-17, ../2025-09-17, AGREES",
        "2025-09-17, ../2025-09-16, CONTRADICTS",
        "2025-09-17, 2025-09-17/.., AGREES",
        "2025-09-17, 2025-09-18/.., CONTRADICTS",
        "2025-09-17, 2025-09-10/2025-09-20, AGREES",
        "../2020-09-22, 2020-09-22, COMPATIBLE",
        "../2020-09-22, 2020-09, COMPATIBLE",
        "../2020-09-22, 2020-09-23, CONTRADICTS",
        "../2020-09-22, ../2020-09-23, AGREES",
        "../2020-09-22, ../2020-09-22, AGREES",
        "../2020-09-22, ../2020-09-21, COMPATIBLE",
        "../2020-09-22, 2019/.., COMPATIBLE",
        "2020-09, 2020, AGREES",
        "2020, 2020-09, COMPATIBLE",
        // the days of a month that nobody could read are not all the days between the first and the last
        "2009-05-21, 2009-XX-21, AGREES",
        "2009-05-20, 2009-XX-21, CONTRADICTS",
        "2009-XX-21, 2009, AGREES",
        "2009-03, 2009-XX-21, COMPATIBLE",
        "2009-XX-21, 2009-05-21, COMPATIBLE",
        "2009-XX-21, 2009-05-20, CONTRADICTS",
        "2009-XX-21, 2009-05-22/2009-06-20, CONTRADICTS",
        "2009-XX-21, 2009-05-22/2009-06-21, COMPATIBLE",
        "2009-05-22/2009-06-20, 2009-XX-21, CONTRADICTS",
        "2009-XX-21, 2009-XX-21, AGREES",
        "2009-XX-21, 2009-XX-22, CONTRADICTS",
        // nothing is concluded from what is said only about when
        "2020-09-22, 2020-09-22~, AGREES",
        "2020-09-22, 2020-09-20~, COMPATIBLE",
        "2020-09-22?, 2020-09-20, COMPATIBLE",
        "2020-09-22, 2020-09-20%, COMPATIBLE",
    })
    void a_source_is_held_against_the_days_of_the_register(String register, String source, Comparison comparison) {
        assertThat(PossibleDays.of(source).against(PossibleDays.of(register))).isEqualTo(comparison);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-17 2025-09 2025, true",
        "2025-09-17 2025-09-18, false",
        "../2020-09-22 2020-09-20/.. 2020-09, true",
        "../2020-09-22 2020-09-23/.., false",
        // any two of them have a day in common, all three have none
        "2020-01/2020-03 2020-03/2020-05 2020-01-31/2020-03-15 2020-03-16/.., false",
        "2009-XX-21 2009-05, true",
        "2009-XX-21 2009-05-22/2009-06-20, false",
        "2009-XX-21 2009-05-XX 2009-05-20, false",
        "2025-09-17 2025-09-18~, true",
        "2025-09-17~ 2025-09-18~, true",
    })
    void days_can_all_be_right_when_one_day_is_among_all_of_them(String all, boolean can) {
        assertThat(PossibleDays.haveOneInCommon(
                        Arrays.stream(all.split(" ")).map(PossibleDays::of).toList()))
                .isEqualTo(can);
    }
}
