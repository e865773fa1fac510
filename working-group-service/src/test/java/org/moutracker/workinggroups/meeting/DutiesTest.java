package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Facts;
import org.moutracker.timerules.PartialDate;
import org.moutracker.workinggroups.meeting.Duties.Settled;
import org.moutracker.workinggroups.workinggroup.MeetingRule;
import org.moutracker.workinggroups.workinggroup.Quorum;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutiesTest {

    private static final UUID GROUP = UUID.randomUUID();
    private static final MeetingRule RULE =
            new MeetingRule("P6M", List.of("PK", "PS"), new Quorum(1, true), "P14D", "P30D", null);

    @ParameterizedTest
    @CsvSource({
        // Held, given up with its last day, due, number, title. Established on 14 October 2025.
        "'', '1 2026-04-14', 2026-10-14, 2, first",
        "'', '1 2026-04-14 2 2026-10-14', 2027-04-14, 3, first",
        "2025-11-10, '2 2026-05-10', 2026-11-10, 3, second",
        "2025-11-10, '2 2026-05-10 3 2026-11-10', 2027-05-10, 4, second",
        // The first meeting met the second duty, and is the one that all are counted from.
        "2026-08-31, '1 2026-04-14', 2027-02-28, 3, second",
        "2026-08-31, '1 2026-04-14 3 2027-02-28', 2027-08-31, 4, second",
        // So late that the third time was left out, and the fourth is given up.
        "2025-11-10 2026-12-01, '3 2027-05-10', 2027-11-10, 4, third",
        // Given up after it was moved to a day beyond the next time.
        "2025-11-10, '2 2026-12-01', 2027-05-10, 3, second"
    })
    void the_next_one_after_a_duty_that_was_given_up_is_counted_from_the_first(
            String held, String givenUp, LocalDate due, int number, String title) {
        var asked = MeetingDuties.next(GROUP, RULE, days(held), "PK", duties(givenUp, true));

        assertThat(asked.rule()
                        .evaluate(
                                Facts.none().with(AnchorEvent.GROUP_ESTABLISHED, PartialDate.parse("2025-10-14")),
                                Calendars.none())
                        .lastDay())
                .isEqualTo(due);
        assertThat(asked.source()).isEqualTo(MeetingDuties.source(GROUP, number));
        assertThat(asked.title()).isEqualTo("Hold the " + title + " meeting");
    }

    @Test
    void a_meeting_meets_no_duty_that_was_given_up() {
        var duties = duties("2 2026-05-10", true);

        assertThat(duties.metBy(1)).isEqualTo(1);
        assertThat(duties.metBy(2)).isEqualTo(3);
        assertThat(duties.metBy(3)).isEqualTo(4);
    }

    @Test
    void one_that_is_said_to_be_done_is_met_by_the_meeting_that_is_recorded_later() {
        var duties = duties("2 2026-05-10", false);

        assertThat(duties.metBy(2)).isEqualTo(2);
        assertThat(duties.next(1)).isEqualTo(3);
        assertThat(duties.next(2)).isEqualTo(3);
    }

    private static Duties duties(String text, boolean givenUp) {
        var words = text.split(" ", -1);
        var settled = new java.util.ArrayList<Settled>();
        for (var at = 0; at < words.length; at += 2) {
            settled.add(new Settled(Integer.parseInt(words[at]), givenUp, LocalDate.parse(words[at + 1])));
        }
        return new Duties(settled);
    }

    private static List<LocalDate> days(String days) {
        return Arrays.stream(days.split(" ", -1))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
    }
}
