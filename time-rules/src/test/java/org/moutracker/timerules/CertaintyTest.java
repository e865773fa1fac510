package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.moutracker.timerules.Json.fromSignature;
import static org.moutracker.timerules.Json.signedOn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CertaintyTest {

    private static final String CALENDAR = "'calendars': {'authorities': ['XX']}";

    @Test
    void an_estimated_feast_inside_the_period_makes_the_date_provisional() {
        var answer = fromSignature(
                        "[{'kind': 'WITHIN', 'period': 'P30D'}], 'roll': 'FOLLOWING', 'calendars': {'authorities': ['PK']}")
                .evaluate(signedOn("2026-02-18"), RecordedCalendars.ALL);

        assertThat(answer.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(answer.lastDay()).hasToString("2026-03-24");
        assertThat(answer.warnings()).containsExactly("3 days from 2026-03-20 to 2026-03-22 are only estimated in PK");
    }

    @Test
    void an_estimated_feast_moves_nothing_where_the_calendar_is_only_looked_at() {
        var answer = fromSignature("[{'kind': 'WITHIN', 'period': 'P30D'}], 'calendars': {'authorities': ['PK']}")
                .evaluate(signedOn("2026-02-18"), RecordedCalendars.ALL);

        assertThat(answer.certainty()).isEqualTo(Certainty.EXACT);
        assertThat(answer.warnings())
                .containsExactly("the last day is a Friday, closed in PK (Eid-ul-Fitr, only estimated);"
                        + " next day open in PK is Tue 2026-03-24");
    }

    @Test
    void an_estimated_day_that_only_the_direction_of_a_roll_depends_on_counts_too() {
        var calendar = "{'authority': 'XX', 'weekend': [6, 7], 'closed': ['2026-06-05'], 'estimated': ['2026-06-08']}";

        var answer = fromSignature("[{'kind': 'SAME_DAY'}], 'roll': 'NEAREST', " + CALENDAR)
                .evaluate(signedOn("2026-06-06"), calendars(calendar));

        assertThat(answer.lastDay()).hasToString("2026-06-04");
        assertThat(answer.certainty()).isEqualTo(Certainty.PROVISIONAL);
    }

    @Test
    void a_date_beyond_the_confirmed_horizon_is_provisional() {
        var calendar = "{'authority': 'XX', 'weekend': [6, 7], 'confirmedUntil': '2025-12-31'}";
        var rule = fromSignature("[{'kind': 'WORKING_DAYS', 'days': 5}], " + CALENDAR);

        assertThat(rule.evaluate(signedOn("2025-12-24"), calendars(calendar)).certainty())
                .isEqualTo(Certainty.EXACT);
        var beyond = rule.evaluate(signedOn("2025-12-25"), calendars(calendar));
        assertThat(beyond.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(beyond.warnings()).containsExactly("the calendar of XX is confirmed only until 2025-12-31");
    }

    @Test
    void vague_words_are_kept_and_nothing_is_computed() {
        var answer = fromSignature("[{'kind': 'VAGUE', 'words': 'as soon as possible'}]")
                .evaluate(signedOn("2025-09-17"), Calendars.none());

        assertThat(answer.certainty()).isEqualTo(Certainty.INDETERMINATE);
        assertThat(answer.lastDay()).isNull();
        assertThat(answer.dueAt()).isNull();
        assertThat(answer.explanation())
                .containsExactly(new Explained(
                        "VAGUE",
                        "as soon as possible",
                        "the words name no day, so they are kept and nothing is computed"));
    }

    @Test
    void a_review_of_vague_words_is_marked_as_ours() {
        var rule = fromSignature("[{'kind': 'VAGUE', 'words': 'promptly', 'reviewAfter': 'P30D'}]");

        assertThat(rule.evaluate(signedOn("2025-09-17"), Calendars.none())
                        .explanation()
                        .getLast())
                .isEqualTo(new Explained(
                        "REVIEW P30D", "2025-10-17", "our own date to look at it again, agreed with nobody"));
        assertThat(rule.evaluate(Facts.none(), Calendars.none()).certainty()).isEqualTo(Certainty.INDETERMINATE);
    }

    @Test
    void a_calendar_that_nobody_knows_is_named() {
        var rule = fromSignature("[], 'calendars': {'mode': 'ALL_OPEN', 'authorities': ['PK', 'YY', 'ZZ']}");

        var refused = catchThrowableOfType(InvalidRule.class, () -> rule.evaluate(Facts.none(), RecordedCalendars.ALL));

        assertThat(refused.violations())
                .containsExactly(
                        new Violation("calendars.authorities[1]", "no working calendar is known for YY"),
                        new Violation("calendars.authorities[2]", "no working calendar is known for ZZ"));
    }

    @Test
    void a_calendar_without_an_open_day_ends_the_search_and_not_the_patience() {
        var never = calendars("{'authority': 'XX', 'weekend': [1, 2, 3, 4, 5, 6, 7]}");

        for (var rule : List.of(
                "[{'kind': 'SAME_DAY'}], 'roll': 'FOLLOWING'",
                "[{'kind': 'SAME_DAY'}], 'roll': 'PRECEDING'",
                "[{'kind': 'WORKING_DAYS', 'days': 3}]",
                "[{'kind': 'WITHIN', 'period': 'P2D'}], 'minimumWorkingDays': 2")) {
            var refused = catchThrowableOfType(InvalidRule.class, () -> fromSignature(rule + ", " + CALENDAR)
                    .evaluate(signedOn("2025-09-17"), never));
            assertThat(refused.violations()).singleElement().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("calendars");
                assertThat(violation.message()).startsWith("no day is open in XX for two years");
            });
        }
        assertThat(fromSignature("[], " + CALENDAR)
                        .evaluate(signedOn("2025-09-17"), never)
                        .warnings())
                .containsExactly("the last day is a Wednesday, closed in XX; no day is open in XX for two years");
    }

    @Test
    void a_step_that_leads_beyond_the_calendar_is_named() {
        assertBeyond(
                "[{'kind': 'TERM', 'period': 'P1Y'}, {'kind': 'RENEWED', 'period': 'P1000Y', 'times': 100000}]",
                "steps[1]");
        assertBeyond("[{'kind': 'OCCURRENCE', 'every': 'P366000D', 'k': 100000}]", "steps[0]");
        assertBeyond(
                "[{'kind': 'CLEAR_DAYS_BEFORE', 'days': 366000}, {'kind': 'CLEAR_DAYS_BEFORE', 'days': 366000},"
                        + " {'kind': 'CLEAR_DAYS_BEFORE', 'days': 366000}]",
                "steps[2]");
        var refused = catchThrowableOfType(
                InvalidRule.class, () -> fromSignature("[]").evaluate(signedOn("9999-12-31"), Calendars.none()));
        assertThat(refused.violations()).containsExactly(new Violation("steps", "lead beyond the years 1 to 9999"));
    }

    private static void assertBeyond(String steps, String field) {
        var refused = catchThrowableOfType(
                InvalidRule.class, () -> fromSignature(steps).evaluate(signedOn("2025-09-17"), Calendars.none()));
        assertThat(refused.violations()).containsExactly(new Violation(field, "leads beyond the years 1 to 9999"));
    }

    private static Calendars calendars(String json) {
        Map<String, Object> calendar = Json.read(json);
        return Calendars.of(List.of(WorkingCalendar.parse(calendar)));
    }
}
