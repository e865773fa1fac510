package org.moutracker.timerules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Cases worked out by hand, from real clauses and from the places where calendars and clocks are odd. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkedCasesTest {

    @ParameterizedTest(name = "{0} {1} from {2} in {3}, calendar {4}")
    @CsvFileSource(
            resources = {"/worked-cases.csv", "/more-cases.csv"},
            numLinesToSkip = 1,
            emptyValue = "",
            nullValues = "~")
    void a_worked_case_comes_out_as_worked_out(
            String id,
            String notation,
            String anchor,
            String zone,
            String calendar,
            String lastDay,
            String expected,
            String why) {
        var json = CaseNotation.rule(notation, anchor == null ? "" : anchor, zone, calendar);
        var rule = Rule.parse(json);

        var answer = rule.evaluate(CaseNotation.facts(anchor == null ? "" : anchor), RecordedCalendars.ALL);

        assertThat(Rule.parse(rule.toJson())).isEqualTo(rule);
        switch (expected) {
            case "PENDING" -> {
                assertThat(answer.certainty()).isEqualTo(Certainty.PENDING);
                assertThat(answer.missing()).containsExactly("SIGNATURE");
                assertThat(answer.dueAt()).isNull();
            }
            case "NONE" -> {
                assertThat(answer.certainty()).isEqualTo(Certainty.INDETERMINATE);
                assertThat(answer.dueAt()).isNull();
            }
            default -> {
                assertThat(answer.lastDay()).as(why).isEqualTo(LocalDate.parse(lastDay));
                assertThat(answer.dueAt()).as(why).isEqualTo(Instant.parse(expected));
                assertThat(answer.certainty()).isIn(Certainty.EXACT, Certainty.PROVISIONAL);
            }
        }
    }
}
