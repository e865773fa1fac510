package org.moutracker.workinggroups.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.workinggroups.workinggroup.ReportRule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportDutyTest {

    private static final LocalDate ESTABLISHED = LocalDate.parse("2025-10-14");

    @ParameterizedTest
    @CsvSource({
        "P1Y, 0, ,           1, 2025-10-14, 2026-10-14, 2026-11-13",
        "P1Y, 1, 2026-10-13, 2, 2026-10-14, 2027-10-14, 2027-11-13",
        "P1Y, 1, 2026-10-20, 2, 2026-10-21, 2027-10-14, 2027-11-13",
        "P6M, 1, 2026-10-13, 2, 2026-10-14, 2027-04-14, 2027-05-14",
        "P6M, 2, 2027-12-31, 3, 2028-01-01, 2028-04-14, 2028-05-14"
    })
    void the_next_report_is_due_so_long_after_the_end_of_the_period_that_is_not_covered_yet(
            String every,
            int reported,
            @Nullable LocalDate until,
            int number,
            LocalDate from,
            LocalDate end,
            LocalDate due) {
        var duty = ReportDuty.next(new ReportRule(every, "P30D"), ESTABLISHED, reported, until);

        assertThat(duty.number()).isEqualTo(number);
        assertThat(duty.from()).isEqualTo(from);
        assertThat(duty.end()).isEqualTo(end);
        var counted = duty.rule().withDefaultClock(List.of(ZoneId.of("Asia/Karachi")));
        assertThat(counted.evaluate(Facts.parse(Map.of("GROUP_ESTABLISHED", "2025-10-14"), null), Calendars.none())
                        .lastDay())
                .isEqualTo(due);
    }

    @Test
    void a_report_that_leaves_out_a_day_of_the_period_is_not_the_one_that_was_asked_for() {
        var duty = ReportDuty.next(new ReportRule("P1Y", "P30D"), ESTABLISHED, 0, null);

        assertThat(duty.isCoveredBy(ESTABLISHED, LocalDate.parse("2026-10-13"))).isTrue();
        assertThat(duty.isCoveredBy(ESTABLISHED.minusDays(5), LocalDate.parse("2026-12-31")))
                .isTrue();
        assertThat(duty.isCoveredBy(ESTABLISHED.plusDays(1), LocalDate.parse("2026-10-13")))
                .isFalse();
        assertThat(duty.isCoveredBy(ESTABLISHED, LocalDate.parse("2026-10-12"))).isFalse();
    }

    @Test
    void no_day_is_ever_asked_for_twice_or_left_out_however_often_the_terms_change() {
        var rules = List.of("P1Y", "P3M", "P6M", "P1M");
        LocalDate until = null;
        for (var i = 0; i < 40; i++) {
            var duty = ReportDuty.next(
                    new ReportRule(Objects.requireNonNull(rules.get(i % 4)), "P30D"), ESTABLISHED, i, until);
            assertThat(duty.number()).isEqualTo(i + 1);
            assertThat(duty.from()).isEqualTo(until == null ? ESTABLISHED : until.plusDays(1));
            assertThat(duty.end()).isAfter(duty.from());
            until = duty.end().minusDays(1);
        }
    }
}
