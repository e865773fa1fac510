package org.moutracker.workinggroups.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.calendar.CalendarEvent.CalendarPublished;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarEventTest {

    @Test
    void calendars_are_told_as_the_samples_say() {
        var palestine = new Calendar(
                "PS",
                "Palestine, ministries",
                1,
                List.of(5, 6),
                List.of(new ClosedDay(LocalDate.parse("2025-11-15"), "Independence Day", false)),
                List.of(),
                List.of(new OfficeHours(
                        LocalDate.parse("2026-02-18"),
                        LocalDate.parse("2026-03-19"),
                        LocalTime.parse("09:00"),
                        LocalTime.parse("14:00"),
                        "Ramadan")),
                LocalDate.parse("2026-12-31"),
                new CalendarSource(
                        "Decision of the Council of Ministers on official holidays",
                        null,
                        LocalDate.parse("2025-09-10")),
                null);
        var published = new Revision(palestine, Instant.parse("2025-09-17T06:59:00Z"), "registrar", "decided");
        Contract.requireAsSampled(
                CalendarEvent.class,
                List.of(new CalendarPublished(CalendarState.of(published))),
                Set.of("estimatedWorkingDays", "officeHours", "source", "note", "publishedAt"));
    }

    @Test
    void a_new_installation_knows_seven_calendars() {
        var calendars = StartingCalendars.read();

        assertThat(calendars)
                .extracting(Calendar::authority)
                .containsExactly("PK", "PK6", "PS", "CN", "SA", "US", "BE");
        var china = calendars.get(3).working();
        assertThat(china.isOpen(LocalDate.parse("2026-02-14")))
                .as("a make-up Saturday")
                .isTrue();
        assertThat(china.isOpen(LocalDate.parse("2026-02-16")))
                .as("Spring Festival")
                .isFalse();
        var sixDays = calendars.get(1).working();
        assertThat(sixDays.isOpen(LocalDate.parse("2025-10-18")))
                .as("a Saturday")
                .isTrue();
        assertThat(calendars.getFirst().working().estimated())
                .as("a sighted feast")
                .contains(LocalDate.parse("2026-03-20"));
        assertThat(calendars).allSatisfy(calendar -> {
            assertThat(CheckCalendar.check(CalendarContent.of(calendar))).isEqualTo(CalendarContent.of(calendar));
            assertThat(calendar.source().title()).contains("not a gazette");
            assertThat(calendar.confirmedUntil()).isEqualTo("2026-12-31");
            assertThat(calendar.days()).extracting(Day::name).noneMatch(name -> name.contains("estimated"));
        });
    }
}
