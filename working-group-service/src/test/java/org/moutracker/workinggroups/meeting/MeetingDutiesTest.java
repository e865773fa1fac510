package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Answer;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.PartialDate;
import org.moutracker.workinggroups.deadline.GroupDeadlines.Asked;
import org.moutracker.workinggroups.workinggroup.MeetingRule;
import org.moutracker.workinggroups.workinggroup.Quorum;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingDutiesTest {

    private static final UUID GROUP = UUID.fromString("01995778-5a80-7000-8000-00000000e001");

    @ParameterizedTest
    @CsvSource({
        // Established on 14 October 2025; the first is to be within half a year.
        "'', 2026-04-14",
        "2025-11-10, 2026-05-10",
        // In time, and early: always counted from the first.
        "2025-11-10 2026-05-10, 2026-11-10",
        "2025-11-10 2026-02-01, 2026-11-10",
        // So late that the third time was before it: that one is left out.
        "2025-11-10 2026-12-01, 2027-05-10",
        // On the very day of the third time.
        "2025-11-10 2026-11-10, 2027-05-10",
        "2025-11-10 2026-05-20 2026-11-12, 2027-05-10",
        // The end of a month does not creep: August has 31 days, February 28.
        "2025-08-31, 2026-02-28",
        "2025-08-31 2026-02-28, 2026-08-31"
    })
    void the_next_is_counted_from_the_first_and_never_from_the_last(String held, String due) {
        assertThat(due(held(held)).lastDay()).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void it_is_due_after_the_last_one_and_a_whole_number_of_times_after_the_first(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var first = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400));
            var days = new java.util.ArrayList<>(List.of(first));
            for (var more = random.nextInt(6); more > 0; more--) {
                days.add(days.getLast().plusDays(1 + random.nextInt(500)));
            }

            var due = Objects.requireNonNull(due(days).lastDay());

            assertThat(due).isAfter(days.getLast());
            var times = 0;
            while (first.plusMonths(6L * times).isBefore(due)) {
                times++;
            }
            assertThat(first.plusMonths(6L * times)).isEqualTo(due);
            assertThat(times).isGreaterThanOrEqualTo(days.size());
        }
    }

    @Test
    void it_names_the_first_meeting_that_it_is_counted_from() {
        var asked = asked(held("2025-11-10 2026-05-10"));

        assertThat(asked.source()).isEqualTo("working-groups/" + GROUP + "/meetings/3");
        assertThat(asked.title()).isEqualTo("Hold the third meeting");
        assertThat(asked.origin().clause()).isEqualTo("meets every P6M, counted from its first meeting on 2025-11-10");
        assertThat(due(held("2025-11-10 2026-05-10")).explanation())
                .extracting(step -> step.step() + ": " + step.because())
                .contains("OCCURRENCE 2 EVERY P6M: the 2nd time, every 6 months counted from 2025-11-10");
    }

    @ParameterizedTest
    @CsvSource({
        "1, First meeting",
        "12, Twelfth meeting",
        "13, 13th meeting",
        "21, 21st meeting",
        "22, 22nd meeting",
        "103, 103rd meeting",
        "111, 111th meeting"
    })
    void meetings_are_called_by_their_number(int number, String title) {
        assertThat(Ordinals.meeting(number)).isEqualTo(title);
    }

    private static Answer due(List<LocalDate> held) {
        return asked(held)
                .rule()
                .evaluate(
                        Facts.none().with(AnchorEvent.GROUP_ESTABLISHED, PartialDate.parse("2025-10-14")),
                        Calendars.none());
    }

    private static Asked asked(List<LocalDate> held) {
        return MeetingDuties.next(
                GROUP,
                new MeetingRule("P6M", List.of("PK", "PS"), new Quorum(1, true), "P14D", "P30D", "P14D"),
                held,
                "PS");
    }

    private static List<LocalDate> held(String days) {
        return Arrays.stream(days.split(" ", -1))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
    }
}
