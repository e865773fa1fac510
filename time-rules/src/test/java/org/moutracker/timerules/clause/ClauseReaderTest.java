package org.moutracker.timerules.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.timerules.Anchor;
import org.moutracker.timerules.AnchorEvent;
import org.moutracker.timerules.CalendarChoice;
import org.moutracker.timerules.Json;
import org.moutracker.timerules.Rule;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClauseReaderTest {

    private static final Given PAKISTAN =
            new Given(null, new CalendarChoice(CalendarChoice.Mode.ALL_OPEN, List.of("PK")));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = {"/clauses.csv", "/clauses-of-agreements.csv"},
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '~')
    void a_clause_is_read_as_a_person_would_or_said_to_be_unread(String clause, Reading.Outcome outcome, String rules) {
        var reading = ClauseReader.read(clause, PAKISTAN);

        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.proposals().stream().map(Proposal::rule).toList())
                .isEqualTo(Json.readAll(rules).stream().map(Rule::parse).toList());
        assertThat(reading.notUnderstood().isEmpty() || outcome != Reading.Outcome.READ)
                .isTrue();
    }

    @Test
    void the_words_that_were_used_are_marked_with_what_they_are() {
        var clause = "The Group shall be established within thirty (30) days of the signing of this Agreement.";

        var words = ClauseReader.read(clause).proposals().getFirst().words();

        assertThat(words.stream()
                        .map(word -> word.as() + " " + clause.substring(word.start(), word.end()))
                        .toList())
                .containsExactly(
                        "DIRECTION within",
                        "PERIOD thirty (30) days",
                        "DIRECTION of",
                        "ANCHOR the signing of this Agreement");
    }

    @Test
    void a_rule_is_said_in_words() {
        assertThat(ClauseReader.read("no later than the first day of the second month following signature")
                        .proposals()
                        .getFirst()
                        .sentence())
                .isEqualTo("By the end of the first day of the 2nd month after the month of the last signature.");
    }

    @Test
    void words_that_were_not_understood_are_shown_where_they_stand() {
        var clause = "within 30 days of signature, except during Ramadan";

        var reading = ClauseReader.read(clause);

        assertThat(reading.notUnderstood())
                .extracting(part -> clause.substring(part.start(), part.end()))
                .containsExactly("except during Ramadan");
        assertThat(reading.remarks()).anyMatch(remark -> remark.contains("may change what the proposals mean"));
    }

    @Test
    void what_is_assumed_is_said() {
        assertThat(remarks("within the next 30 days")).anyMatch(remark -> remark.contains("“next”"));
        assertThat(remarks("within 30 days from the date hereof")).anyMatch(remark -> remark.contains("signature"));
        assertThat(remarks("valid for five years")).anyMatch(remark -> remark.contains("entry into force"));
        assertThat(remarks("30 days after the notification")).anyMatch(remark -> remark.contains("received"));
        assertThat(remarks("within 30 days of the termination")).anyMatch(remark -> remark.contains("expiry"));
        assertThat(remarks("twice a year")).anyMatch(remark -> remark.contains("evenly"));
    }

    @Test
    void an_anchor_that_is_not_said_is_taken_from_the_caller_and_from_nowhere_else() {
        var clause = "The requested Party shall reply within sixty days";
        var asked = new Given(new Anchor.Event(AnchorEvent.NOTIFICATION_RECEIVED), null);

        assertThat(ClauseReader.read(clause).outcome()).isEqualTo(Reading.Outcome.UNREAD);
        var proposal = ClauseReader.read(clause, asked).proposals().getFirst();
        assertThat(proposal.rule().anchor()).isEqualTo(asked.anchor());
        assertThat(proposal.remarks()).anyMatch(remark -> remark.contains("as the caller says"));
    }

    @Test
    void an_anchor_that_is_said_is_not_replaced_by_the_caller() {
        var asked = new Given(new Anchor.Event(AnchorEvent.PUBLICATION), null);

        assertThat(ClauseReader.read("within 30 days of signature", asked)
                        .proposals()
                        .getFirst()
                        .rule()
                        .anchor())
                .isEqualTo(new Anchor.Event(AnchorEvent.SIGNATURE));
        assertThat(ClauseReader.read("within 30 days of the full moon", asked).proposals())
                .isEmpty();
    }

    @Test
    void working_days_without_a_calendar_stay_unread_and_say_what_is_missing() {
        var reading = ClauseReader.read("within three working days after receipt of the notification");

        assertThat(reading.outcome()).isEqualTo(Reading.Outcome.UNREAD);
        assertThat(reading.remarks()).anyMatch(remark -> remark.contains("calendars"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "The Parties cooperate in ophthalmology."})
    void a_text_without_a_time_is_said_to_have_none(String clause) {
        var reading = ClauseReader.read(clause);

        assertThat(reading.outcome()).isEqualTo(Reading.Outcome.UNREAD);
        assertThat(reading.remarks()).containsExactly("no words about a time were found");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThat(ClauseReader.read("a".repeat(ClauseReader.LONGEST)).proposals())
                .isEmpty();
        assertThatThrownBy(() -> ClauseReader.read("a".repeat(ClauseReader.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_a_text_with_too_many_times_the_rest_is_not_understood() {
        var reading = ClauseReader.read("within 30 days of signature. ".repeat(ClauseReader.MOST + 1));

        assertThat(reading.proposals()).hasSize(ClauseReader.MOST);
        assertThat(reading.outcome()).isEqualTo(Reading.Outcome.PARTIAL);
        assertThat(reading.remarks()).anyMatch(remark -> remark.contains("one by one"));
    }

    private static List<String> remarks(String clause) {
        return ClauseReader.read(clause).proposals().getFirst().remarks();
    }
}
