package org.moutracker.workinggroups.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DayFilesTest {

    @Test
    void csv_has_columns_in_any_order_and_fields_in_quotes() {
        var file = CsvDays.read("""
                name,estimated,date
                "Eid, first day",TRUE,2027-03-10

                "The ""Day""
                of Labour",,2027-05-01
                """, DayKind.CLOSED);

        assertThat(days(file))
                .containsExactly("2 CLOSED 2027-03-10 Eid, first day ?", "4 CLOSED 2027-05-01 The \"Day\"\nof Labour");
        assertThat(file.refused()).isEmpty();
    }

    @Test
    void csv_says_of_each_day_what_it_is_or_the_caller_does() {
        var file = CsvDays.read("date,kind\r\n2027-05-08,WORKING\r\n2027-05-09,\r\n", DayKind.WORKING);

        assertThat(days(file)).containsExactly("2 WORKING 2027-05-08 ", "3 WORKING 2027-05-09 ");
    }

    @Test
    void every_wrong_line_of_csv_is_named() {
        var file = CsvDays.read("""
                date,name,kind,estimated
                2027-02-30,Eid,CLOSED,true
                2027-03-10,Eid,OPEN,perhaps
                2027-03-11,Eid
                1745-03-11,Eid,,
                2027-03-12,,,
                """, DayKind.CLOSED);

        assertThat(lines(file.refused()))
                .containsExactly(
                        "line 2 date must be a date such as 2027-03-20",
                        "line 3 kind must be CLOSED or WORKING",
                        "line 3 estimated must be true or false",
                        "line 4 must have 4 fields, not 2",
                        "line 5 1745-03-11 must lie in the years 1900 to 2200",
                        "line 6 2027-03-12 must have a name");
    }

    @Test
    void csv_without_a_date_column_or_with_an_open_quotation_is_refused() {
        assertThatThrownBy(() -> CsvDays.read("day,name\n2027-03-10,Eid\n", DayKind.CLOSED))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> CsvDays.read("date\n\"2027-03-10\n", DayKind.CLOSED))
                .hasMessageContaining("line 2");
    }

    @Test
    void all_day_events_of_several_years_are_read() {
        var file = IcsDays.read(ics("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270310
                DTEND;VALUE=DATE:20270312
                SUMMARY;LANGUAGE=en:Eid\\, the
                  first feast
                STATUS:TENTATIVE
                BEGIN:VALARM
                DTSTART:19700101T000000Z
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20280501
                DURATION:P1D
                SUMMARY:Labour Day
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20280502
                SUMMARY:Not any more
                STATUS:CANCELLED
                END:VEVENT
                """), DayKind.CLOSED);

        assertThat(file.refused()).isEmpty();
        assertThat(days(file))
                .containsExactly(
                        "3 CLOSED 2027-03-10 Eid, the first feast ?",
                        "3 CLOSED 2027-03-11 Eid, the first feast ?",
                        "13 CLOSED 2028-05-01 Labour Day");
    }

    @Test
    void an_event_that_repeats_has_an_hour_or_no_end_is_refused_with_its_line() {
        var file = IcsDays.read(ics("""
                BEGIN:VEVENT
                DTSTART:20270501
                RRULE:FREQ=YEARLY
                SUMMARY:Labour Day
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20270310T090000Z
                SUMMARY:Reception
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20270310
                DTEND:20280310
                SUMMARY:Too long
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Some day
                END:VEVENT
                """), DayKind.CLOSED);

        assertThat(lines(file.refused()))
                .containsExactly(
                        "line 5 RRULE is not read: write every day out",
                        "line 9 DTSTART must be a whole day such as 20270320",
                        "line 12 the event must have 1 to 62 days",
                        "line 17 the event has no DTSTART");
        assertThat(file.lines()).isEmpty();
    }

    @Test
    void what_is_not_a_calendar_is_refused() {
        assertThatThrownBy(() -> IcsDays.read("date,name", DayKind.CLOSED)).hasMessageContaining("BEGIN:VCALENDAR");
        assertThatThrownBy(() -> IcsDays.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", DayKind.CLOSED))
                .hasMessageContaining("not ended");
    }

    private static String ics(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n";
    }

    private static List<String> days(DayFile file) {
        return file.lines().stream()
                .map(line -> "%d %s %s %s%s"
                        .formatted(
                                line.number(),
                                DayKind.of(line.day()),
                                line.day().date(),
                                line.day().name(),
                                line.day().estimated() ? " ?" : ""))
                .toList();
    }

    private static List<String> lines(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .toList();
    }
}
