package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);

    @Test
    void a_calendar_is_read_as_a_preview_gives_it() {
        var calendar = WorkingCalendar.parse(Json.read("""
                {'authority': 'XX', 'weekend': [5, 6], 'closed': ['2026-03-23', {'date': '2026-03-24', 'name': 'Spring'}],
                 'workingDays': ['2026-03-20'], 'estimated': ['2026-03-24', '2026-03-25'], 'confirmedUntil': '2026-12-31',
                 'revision': 3}
                """));

        assertThat(calendar)
                .isEqualTo(new WorkingCalendar(
                        "XX",
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        Map.of(
                                LocalDate.of(2026, 3, 23), "",
                                LocalDate.of(2026, 3, 24), "Spring",
                                LocalDate.of(2026, 3, 25), ""),
                        Set.of(FRIDAY),
                        Set.of(LocalDate.of(2026, 3, 24), LocalDate.of(2026, 3, 25)),
                        LocalDate.of(2026, 12, 31),
                        3));
    }

    @Test
    void only_the_authority_must_be_given() {
        var calendar = WorkingCalendar.parse(Map.of("authority", "XX"));

        assertThat(calendar.isOpen(LocalDate.of(2026, 3, 21))).isTrue();
        assertThat(calendar.revision()).isZero();
    }

    @Test
    void a_make_up_day_is_open_on_a_weekend() {
        assertThat(RecordedCalendars.of("CN").isOpen(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(RecordedCalendars.of("CN_NAIVE").isOpen(LocalDate.of(2026, 2, 14)))
                .isFalse();
    }

    @Test
    void open_days_are_found_in_both_directions() {
        var palestine = RecordedCalendars.of("PS");

        assertThat(palestine.nextOpen(LocalDate.of(2025, 10, 16))).contains(LocalDate.of(2025, 10, 19));
        assertThat(palestine.previousOpen(LocalDate.of(2025, 10, 19))).contains(LocalDate.of(2025, 10, 16));
    }

    @Test
    void every_entry_that_cannot_be_read_is_named() {
        var refused = catchThrowableOfType(InvalidRule.class, () -> WorkingCalendar.parse(Json.read("""
                        {'weekend': [5, 8, 'SATURDAY'], 'closed': ['2026-02-30', 7, {'date': '2026-01-01'}],
                         'estimated': '2026-01-01', 'confirmedUntil': 'ever', 'holidays': []}
                        """)));

        assertThat(refused.violations())
                .extracting(Violation::field)
                .containsExactly(
                        "authority",
                        "weekend[1]",
                        "weekend[2]",
                        "closed[0]",
                        "closed[1]",
                        "closed[2].name",
                        "estimated",
                        "confirmedUntil",
                        "holidays");
    }

    @Test
    void a_day_cannot_be_closed_and_made_up_at_once() {
        var refused = catchThrowableOfType(
                InvalidRule.class,
                () -> WorkingCalendar.parse(
                        Json.read("{'authority': 'XX', 'closed': ['2026-03-20'], 'workingDays': ['2026-03-20']}")));

        assertThat(refused.violations())
                .containsExactly(new Violation("workingDays", "must not name 2026-03-20, which is also closed"));
    }

    @Test
    void calendars_given_for_one_call_go_before_the_known_ones() {
        var ours = WorkingCalendar.parse(Map.of("authority", "PK", "revision", 7));

        var calendars = RecordedCalendars.ALL.overriddenBy(Calendars.of(List.of(ours)));

        assertThat(calendars.find("PK")).contains(ours);
        assertThat(calendars.find("PS")).contains(RecordedCalendars.of("PS"));
        assertThat(calendars.find("XX")).isEmpty();
    }
}
