package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnchorTest {

    private static final String LATEST = "{'allOf': [{'event': 'SIGNATURE'}, {'event': 'PUBLICATION'}]}";
    private static final String EARLIEST = "{'anyOf': [{'event': 'SIGNATURE'}, {'event': 'PUBLICATION'}]}";

    @Test
    void all_of_several_facts_is_the_latest_of_them() {
        var answer = evaluate(LATEST, Map.of("SIGNATURE", "2025-09-17", "PUBLICATION", "2025-10-01"));

        assertThat(answer.lastDay()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(answer.explanation().getFirst())
                .isEqualTo(new Explained("LATEST OF SIGNATURE, PUBLICATION", "2025-10-01", "PUBLICATION decides"));
    }

    @Test
    void all_of_several_facts_waits_for_each_that_is_missing() {
        var answer = evaluate(
                "{'allOf': [{'event': 'SIGNATURE'}, {'event': 'PUBLICATION'}, {'event': 'QUORUM_REACHED'}]}",
                Map.of("SIGNATURE", "2025-09-17", "QUORUM_REACHED", "2025-XX-03"));

        assertThat(answer.certainty()).isEqualTo(Certainty.PENDING);
        assertThat(answer.missing()).containsExactly("PUBLICATION", "QUORUM_REACHED");
        assertThat(answer.explanation())
                .containsExactly(
                        new Explained("PUBLICATION", "unknown", "nothing is recorded yet"),
                        new Explained(
                                "QUORUM_REACHED", "2025-XX-03", "known only in part, and a day is never guessed"));
    }

    @Test
    void a_day_known_in_part_does_no_harm_where_it_cannot_be_the_latest() {
        assertThat(evaluate(LATEST, Map.of("SIGNATURE", "2020-09", "PUBLICATION", "2020-10-01"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2020, 10, 1));
        assertThat(evaluate(LATEST, Map.of("SIGNATURE", "2020-10", "PUBLICATION", "2020-10-01"))
                        .missing())
                .containsExactly("SIGNATURE");
        assertThat(evaluate(LATEST, Map.of("SIGNATURE", "2020-09~", "PUBLICATION", "2020-10-01"))
                        .missing())
                .containsExactly("SIGNATURE");
    }

    @Test
    void any_of_several_facts_is_the_earliest_and_does_not_wait_for_what_comes_later() {
        assertThat(evaluate(EARLIEST, Map.of("SIGNATURE", "2025-09-17", "PUBLICATION", "2025-10-01"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2025, 9, 17));

        var one = evaluate(EARLIEST, Map.of("PUBLICATION", "2025-10-01"));

        assertThat(one.lastDay()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(one.certainty()).isEqualTo(Certainty.EXACT);
    }

    @Test
    void any_of_several_facts_is_pending_while_none_is_known() {
        assertThat(evaluate(EARLIEST, Map.of()).missing()).containsExactly("SIGNATURE", "PUBLICATION");
    }

    @Test
    void any_of_several_facts_is_pending_while_one_known_in_part_could_be_earlier() {
        assertThat(evaluate(EARLIEST, Map.of("SIGNATURE", "2025-XX-17", "PUBLICATION", "2025-06-01"))
                        .missing())
                .containsExactly("SIGNATURE");
        assertThat(evaluate(EARLIEST, Map.of("SIGNATURE", "2025-07", "PUBLICATION", "2025-06-01"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2025, 6, 1));
    }

    @Test
    void a_printed_date_can_be_overtaken_by_an_event_that_has_not_happened_yet() {
        var answer = evaluate("{'anyOf': [{'event': 'SIGNATURE'}, {'on': '2026-03-31'}]}", Map.of());

        assertThat(answer.lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(answer.certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(answer.warnings()).containsExactly("SIGNATURE has not happened yet and could still come first");
    }

    @Test
    void another_deadline_gives_its_last_day_or_the_day_on_which_it_was_met() {
        var facts = Facts.parse(Map.of(), Map.of(), Map.of("01J", Map.of("due", "2026-01-31", "met", "2026-01-20")));

        assertThat(rule("{'deadline': '01J', 'when': 'DUE'}")
                        .evaluate(facts, Calendars.none())
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(rule("{'deadline': '01J', 'when': 'MET'}")
                        .evaluate(facts, Calendars.none())
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 1, 20));
        assertThat(rule("{'deadline': '02K', 'when': 'MET'}")
                        .evaluate(facts, Calendars.none())
                        .missing())
                .containsExactly("DEADLINE 02K MET");
    }

    @Test
    void the_latest_of_two_moments_is_taken_by_the_moment() {
        var facts = Facts.none()
                .with(AnchorEvent.SIGNATURE, Instant.parse("2026-03-27T08:00:00Z"))
                .with(AnchorEvent.PUBLICATION, Instant.parse("2026-03-27T09:00:00Z"));
        var rule = Json.rule("{'anchor': " + LATEST + ", 'steps': [{'kind': 'ELAPSED', 'duration': 'PT24H'}]}");

        assertThat(rule.evaluate(facts, Calendars.none()).dueAt()).isEqualTo(Instant.parse("2026-03-28T09:00:00Z"));
    }

    @Test
    void hours_wait_for_the_hour_of_the_event() {
        var rule = Json.fromSignature("[{'kind': 'ELAPSED', 'duration': 'PT24H'}]");

        var answer = rule.evaluate(Json.signedOn("2026-03-27"), Calendars.none());

        assertThat(answer.certainty()).isEqualTo(Certainty.PENDING);
        assertThat(answer.missing()).containsExactly("moments.SIGNATURE");
        assertThat(answer.explanation())
                .containsExactly(new Explained(
                        "moments.SIGNATURE", "2026-03-27", "hours run from a moment, and only the day is recorded"));
    }

    @Test
    void hours_can_run_from_the_end_of_a_period() {
        var rule = Json.fromSignature("[{'kind': 'WITHIN', 'period': 'P1D'}, {'kind': 'ELAPSED', 'duration': 'PT6H'}]");

        assertThat(rule.evaluate(Json.signedOn("2026-03-27"), Calendars.none()).dueAt())
                .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
    }

    private static Answer evaluate(String anchor, Map<String, String> facts) {
        return rule(anchor).evaluate(Facts.parse(facts, Map.of()), Calendars.none());
    }

    private static Rule rule(String anchor) {
        return Json.rule("{'anchor': " + anchor + ", 'steps': []}");
    }
}
