package org.moutracker.notifications.plan;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.timerules.WorkingCalendar;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimetableTest {

    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final ZoneId RAMALLAH = ZoneId.of("Asia/Hebron");

    /** The 30 days of the health MoU: a Friday, ending with the day in Ramallah. */
    private static final Due SEED = new Due(LocalDate.parse("2025-10-17"), Instant.parse("2025-10-17T21:00:00Z"));

    private static final Ladder SHORT =
            Ladder.byHorizon(Instant.parse("2025-09-17T07:00:00Z"), LocalDate.parse("2025-10-17"));

    @Test
    void the_seed_reaches_karachi_day_by_day() {
        assertThat(days(SHORT, SEED, KARACHI, closedOn(SATURDAY, SUNDAY)))
                .containsExactly(
                        "T-14 2025-10-03T04:00:00Z",
                        "T-7 2025-10-10T04:00:00Z",
                        "T-3 2025-10-14T04:00:00Z",
                        "T-1 2025-10-16T04:00:00Z",
                        "T-0 2025-10-17T04:00:00Z",
                        "T+1 2025-10-20T04:00:00Z",
                        "T+7 2025-10-24T04:00:00Z",
                        "T+14 2025-10-31T04:00:00Z",
                        "T+21 2025-11-07T04:00:00Z",
                        "T+28 2025-11-14T04:00:00Z",
                        "T+35 2025-11-21T04:00:00Z");
    }

    @Test
    void the_seed_reaches_ramallah_before_its_fridays_and_the_last_reminder_takes_the_place_of_the_one_before() {
        assertThat(days(SHORT, SEED, RAMALLAH, closedOn(FRIDAY, SATURDAY)))
                .containsExactly(
                        "T-14 2025-10-02T06:00:00Z",
                        "T-7 2025-10-09T06:00:00Z",
                        "T-3 2025-10-14T06:00:00Z",
                        "T-0 2025-10-16T06:00:00Z",
                        "T+1 2025-10-19T06:00:00Z",
                        "T+7 2025-10-26T07:00:00Z",
                        "T+14 2025-11-02T07:00:00Z",
                        "T+21 2025-11-09T07:00:00Z",
                        "T+28 2025-11-16T07:00:00Z",
                        "T+35 2025-11-23T07:00:00Z");
    }

    @Test
    void every_day_is_open_where_no_calendar_is_known() {
        assertThat(days(Ladder.of(List.of(-1, 0, 1)), SEED, RAMALLAH, null))
                .containsExactly("T-1 2025-10-16T06:00:00Z", "T-0 2025-10-17T06:00:00Z", "T+1 2025-10-18T06:00:00Z");
    }

    @Test
    void what_is_late_after_a_long_feast_is_told_once_and_as_the_later_notice() {
        var feast = new WorkingCalendar(
                "XX",
                Set.of(),
                Map.of(
                        LocalDate.parse("2025-10-18"), "",
                        LocalDate.parse("2025-10-19"), "",
                        LocalDate.parse("2025-10-20"), "",
                        LocalDate.parse("2025-10-21"), "",
                        LocalDate.parse("2025-10-22"), "",
                        LocalDate.parse("2025-10-23"), ""),
                Set.of(),
                Set.of(),
                null,
                1);

        assertThat(days(Ladder.of(List.of(1, 7)), SEED, KARACHI, feast)).containsExactly("T+7 2025-10-24T04:00:00Z");
    }

    @Test
    void a_reader_for_whom_nine_oclock_is_past_the_end_is_told_the_day_before() {
        var endsInChina = new Due(LocalDate.parse("2025-10-17"), Instant.parse("2025-10-17T16:00:00Z"));

        assertThat(days(Ladder.of(List.of(0)), endsInChina, ZoneId.of("America/Los_Angeles"), null))
                .containsExactly("T-0 2025-10-16T16:00:00Z");
    }

    @Test
    void nobody_is_told_that_it_is_late_while_the_day_goes_on_elsewhere() {
        var endsInCalifornia = new Due(LocalDate.parse("2025-10-17"), Instant.parse("2025-10-18T07:00:00Z"));

        assertThat(days(Ladder.of(List.of(1)), endsInCalifornia, KARACHI, null))
                .containsExactly("T+1 2025-10-19T04:00:00Z");
    }

    @Test
    void a_calendar_that_is_never_open_keeps_nobody_from_being_told() {
        assertThat(days(Ladder.of(List.of(0)), SEED, KARACHI, closedOn(DayOfWeek.values())))
                .containsExactly("T-0 2025-10-17T04:00:00Z");
    }

    @Test
    void nine_oclock_stays_nine_oclock_when_the_clocks_change() {
        var due = new Due(LocalDate.parse("2025-10-31"), Instant.parse("2025-10-31T22:00:00Z"));

        assertThat(days(Ladder.of(List.of(-14, 0)), due, RAMALLAH, null))
                .containsExactly("T-14 2025-10-17T06:00:00Z", "T-0 2025-10-31T07:00:00Z");
    }

    private static WorkingCalendar closedOn(DayOfWeek... weekend) {
        return new WorkingCalendar("XX", Set.of(weekend), Map.of(), Set.of(), Set.of(), null, 1);
    }

    private static List<String> days(Ladder ladder, Due due, ZoneId zone, @Nullable WorkingCalendar calendar) {
        return Timetable.of(ladder, due, zone, calendar).firings().stream()
                .map(firing -> firing.step() + " " + firing.at())
                .toList();
    }
}
