package org.moutracker.workinggroups.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompareCalendarsTest {

    private static final LocalDate MONDAY = LocalDate.parse("2025-10-20");
    private static final LocalDate SATURDAY = LocalDate.parse("2025-10-25");
    private static final CalendarContent PLAIN = content(List.of(), List.of());

    @Test
    void every_changed_day_has_its_sentence() {
        var closed = content(List.of(new ClosedDay(MONDAY, "Mourning", true)), List.of());
        var open = content(List.of(), List.of(new WorkingDay(SATURDAY, "", false)));

        assertThat(sentences(PLAIN, closed)).containsExactly("2025-10-20 is closed (Mourning, only estimated)");
        assertThat(sentences(closed, PLAIN)).containsExactly("2025-10-20 is open");
        assertThat(sentences(PLAIN, open)).containsExactly("2025-10-25 is a working day");
        assertThat(sentences(open, PLAIN)).containsExactly("2025-10-25 is a weekend day");
    }

    @Test
    void a_day_that_is_confirmed_or_named_otherwise_is_a_change() {
        var estimated = content(List.of(new ClosedDay(MONDAY, "Eid", true)), List.of());
        var confirmed = content(List.of(new ClosedDay(MONDAY, "Eid", false)), List.of());
        var renamed = content(List.of(new ClosedDay(MONDAY, "Eid al-Fitr", false)), List.of());

        assertThat(sentences(estimated, confirmed)).containsExactly("2025-10-20 is confirmed to be closed (Eid)");
        assertThat(sentences(confirmed, estimated)).containsExactly("2025-10-20 is only estimated to be closed (Eid)");
        assertThat(sentences(confirmed, renamed)).containsExactly("2025-10-20 is called Eid al-Fitr");
    }

    @Test
    void a_changed_weekend_can_touch_every_day_and_changed_office_hours_none() {
        var friday = new CalendarContent(
                "An office",
                List.of(5, 6),
                List.of(),
                List.of(),
                List.of(new OfficeHours(MONDAY, SATURDAY, LocalTime.of(9, 0), LocalTime.of(14, 0), "Ramadan")),
                PLAIN.confirmedUntil(),
                PLAIN.source(),
                null);

        var amendment = compare(PLAIN, friday);

        assertThat(amendment.days()).isEqualTo("{[,]}");
        assertThat(amendment.sentences())
                .containsExactly(
                        "the weekend is Friday and Saturday",
                        "offices are open from 09:00 to 14:00 between 2025-10-20 and 2025-10-25");
        assertThat(compare(friday, friday.confirmedUntil(PLAIN.confirmedUntil(), PLAIN.source()))
                        .days())
                .isEqualTo("{}");
    }

    @Test
    void a_horizon_that_moves_touches_what_lies_beyond_the_earlier_one() {
        var later = PLAIN.confirmedUntil(LocalDate.parse("2027-12-31"), PLAIN.source());

        assertThat(compare(PLAIN, later).days()).isEqualTo("{[2027-01-01,]}");
        assertThat(compare(later, PLAIN).days()).isEqualTo("{[2027-01-01,]}");
        assertThat(sentences(PLAIN, later)).containsExactly("it is confirmed until 2027-12-31, not 2026-12-31");
    }

    @Test
    void a_cause_names_the_revision_its_source_and_the_days_that_were_counted() {
        var amendment = compare(
                PLAIN,
                content(
                        List.of(new ClosedDay(MONDAY, "Mourning", false)),
                        List.of(new WorkingDay(SATURDAY, "", false))));

        assertThat(amendment.cause(MONDAY, MONDAY))
                .isEqualTo("calendar XX, revision 2 of 2025-10-01 (source: Gazette, 2025-09-30):"
                        + " 2025-10-20 is closed (Mourning)");
        assertThat(amendment.cause(MONDAY, SATURDAY)).endsWith("(Mourning); 2025-10-25 is a working day");
        assertThat(CompareCalendars.compare(null, revision(PLAIN, 1)).cause(null, null))
                .endsWith(": its working days are known");
    }

    private static List<String> sentences(CalendarContent before, CalendarContent after) {
        return compare(before, after).sentences();
    }

    private static Amendment compare(CalendarContent before, CalendarContent after) {
        return CompareCalendars.compare(before.as("XX", 1), revision(after, 2));
    }

    private static Revision revision(CalendarContent content, int number) {
        return new Revision(content.as("XX", number), Instant.parse("2025-10-01T07:00:00Z"), "registrar", "decided");
    }

    private static CalendarContent content(List<ClosedDay> closed, List<WorkingDay> workingDays) {
        return new CalendarContent(
                "An office",
                List.of(6, 7),
                closed,
                workingDays,
                List.of(),
                LocalDate.parse("2026-12-31"),
                new CalendarSource("Gazette", null, LocalDate.parse("2025-09-30")),
                null);
    }
}
