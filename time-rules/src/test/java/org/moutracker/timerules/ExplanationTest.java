package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.timerules.Json.fromSignature;
import static org.moutracker.timerules.Json.rule;
import static org.moutracker.timerules.Json.signedOn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {

    @Test
    void thirty_days_after_a_statement_are_explained_word_for_word() {
        var rule = rule("""
                {'anchor': {'event': 'STATEMENT_MADE'},
                 'steps': [{'kind': 'WITHIN', 'period': 'P30D'}],
                 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PK', 'PS']},
                 'clock': {'mode': 'LATEST', 'zones': ['Asia/Karachi', 'Asia/Hebron']}}
                """);

        var answer =
                rule.evaluate(Facts.parse(Map.of("STATEMENT_MADE", "2025-09-17"), Map.of()), RecordedCalendars.ALL);

        assertThat(answer.certainty()).isEqualTo(Certainty.EXACT);
        assertThat(answer.lastDay()).isEqualTo(LocalDate.of(2025, 10, 17));
        assertThat(answer.dueAt()).isEqualTo(Instant.parse("2025-10-17T21:00:00Z"));
        assertThat(answer.missing()).isEmpty();
        assertThat(answer.explanation())
                .containsExactly(
                        new Explained("STATEMENT_MADE", "2025-09-17", "the day of the event is not counted"),
                        new Explained(
                                "WITHIN P30D",
                                "2025-10-17",
                                "30 days after 2025-09-17: day 1 is 2025-09-18, day 30 is 2025-10-17"),
                        new Explained(
                                "CHECK",
                                "2025-10-17",
                                "a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20"),
                        new Explained(
                                "CLOCK LATEST",
                                "2025-10-17",
                                "2025-10-17 ends in Asia/Karachi at 2025-10-17T19:00:00Z,"
                                        + " 2025-10-17 ends in Asia/Hebron at 2025-10-17T21:00:00Z;"
                                        + " nobody is late until the day is over for all"));
        assertThat(answer.warnings())
                .containsExactly(
                        "the last day is a Friday, closed in PS; next day open in PK and PS is Mon 2025-10-20");
        assertThat(answer.calendarRevisions()).containsExactly(Map.entry("PK", 1), Map.entry("PS", 1));
        assertThat(answer.tzdb()).matches("20\\d\\d[a-z]+");
    }

    @Test
    void a_last_day_that_is_open_everywhere_is_said_to_be_open() {
        var answer = evaluate(
                "[{'kind': 'WITHIN', 'period': 'P33D'}], 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PK', 'PS']}");

        assertThat(answer.explanation()).contains(new Explained("CHECK", "2025-10-20", "a Monday, open in PK and PS"));
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void a_roll_says_from_where_and_why() {
        var answer = evaluate(
                "[{'kind': 'WITHIN', 'period': 'P99D'}], 'roll': 'FOLLOWING', 'calendars': {'authorities': ['PK']}");

        assertThat(answer.explanation())
                .contains(
                        new Explained(
                                "ROLL FOLLOWING",
                                "2025-12-26",
                                "2025-12-25 is a Thursday, closed in PK (Quaid-e-Azam Day); moved to Fri 2025-12-26, open in PK"));
    }

    @Test
    void a_make_up_day_is_named_as_one() {
        var answer = fromSignature("[{'kind': 'WITHIN', 'period': 'P2D'}], 'calendars': {'authorities': ['CN']}")
                .evaluate(signedOn("2026-02-12"), RecordedCalendars.ALL);

        assertThat(answer.explanation())
                .extracting(Explained::because)
                .contains("a Saturday, open in CN (a make-up day)");
    }

    @Test
    void a_month_without_such_a_day_is_named() {
        var answer = fromSignature("[{'kind': 'WITHIN', 'period': 'P1M'}]")
                .evaluate(signedOn("2024-01-31"), Calendars.none());

        assertThat(answer.explanation())
                .contains(new Explained(
                        "WITHIN P1M",
                        "2024-02-29",
                        "1 month after 2024-01-31; 2024-02 has no day 31, so its last day"));
    }

    @Test
    void a_month_end_that_is_also_counted_a_day_short_is_left_to_a_person() {
        var answer = fromSignature("[{'kind': 'WITHIN', 'period': 'P1M'}], 'startDay': 'INCLUDED'")
                .evaluate(signedOn("2024-01-31"), Calendars.none());

        assertThat(answer.warnings())
                .containsExactly("the period ends at a month end and a day early: check how the instrument counts");
    }

    @Test
    void a_day_that_the_clocks_skipped_is_left_to_a_person() {
        var answer = fromSignature("[{'kind': 'WITHIN', 'period': 'P2D'}], 'clock': {'zones': ['Pacific/Apia']}")
                .evaluate(signedOn("2011-12-28"), Calendars.none());

        assertThat(answer.dueAt()).isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
        assertThat(answer.warnings())
                .containsExactly(
                        "2011-12-30 did not exist in Pacific/Apia, whose clocks skipped it: a person must decide");
    }

    @Test
    void a_moment_says_which_day_it_was_and_clocks_that_disagree_are_listed() {
        var rule = fromSignature("""
                [{'kind': 'WITHIN', 'period': 'P1D'}],
                'clock': {'mode': 'LATEST', 'zones': ['Asia/Karachi', 'Asia/Hebron']}
                """);

        var answer = rule.evaluate(
                Facts.none().with(AnchorEvent.SIGNATURE, Instant.parse("2025-09-17T20:30:00Z")), Calendars.none());

        assertThat(answer.explanation())
                .containsExactly(
                        new Explained(
                                "SIGNATURE",
                                "2025-09-18",
                                "2025-09-17T20:30:00Z is this day in Asia/Karachi; the day of the event is not counted"),
                        new Explained("WITHIN P1D", "2025-09-19", "1 day after 2025-09-18"),
                        new Explained("CHECK", "2025-09-19", "a Friday; no calendar is asked, every day counts"),
                        new Explained(
                                "CLOCK LATEST",
                                "2025-09-19",
                                "2025-09-19 ends in Asia/Karachi at 2025-09-19T19:00:00Z,"
                                        + " 2025-09-18 ends in Asia/Hebron at 2025-09-18T21:00:00Z;"
                                        + " nobody is late until the day is over for all"));
    }

    @Test
    void a_printed_date_that_was_told_to_roll_stays_and_says_so() {
        var answer = rule("""
                {'anchor': {'on': '2027-02-28'}, 'steps': [{'kind': 'SAME_DAY'}], 'roll': 'FOLLOWING',
                 'calendars': {'authorities': ['PK']}}
                """).evaluate(Facts.none(), RecordedCalendars.ALL);

        assertThat(answer.lastDay()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(answer.warnings())
                .containsExactly(
                        "the rule says FOLLOWING, but a printed date never rolls",
                        "the last day is a Sunday, closed in PK; next day open in PK is Mon 2027-03-01");
    }

    @Test
    void notice_that_rolls_forward_is_warned_of_because_it_comes_too_late() {
        var answer = fromSignature("""
                [{'kind': 'AT_LEAST_BEFORE', 'period': 'P6M'}], 'roll': 'FOLLOWING', 'calendars': {'authorities': ['PK']}
                """).evaluate(signedOn("2030-09-17"), RecordedCalendars.ALL);

        assertThat(answer.lastDay()).isEqualTo(LocalDate.of(2030, 3, 18));
        assertThat(answer.warnings())
                .containsExactly(
                        "rolling forward to 2030-03-18 leaves less time than AT_LEAST_BEFORE P6M asks for",
                        "6 days from 2030-04-13 to 2030-07-13 are only estimated in PK");
    }

    private static Answer evaluate(String stepsAndMore) {
        return fromSignature(stepsAndMore).evaluate(signedOn("2025-09-17"), RecordedCalendars.ALL);
    }
}
