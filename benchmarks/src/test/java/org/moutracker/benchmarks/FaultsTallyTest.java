package org.moutracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moutracker.benchmarks.FaultsTally.Written;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTallyTest {

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, false, 1, 0",
        "ACCEPTED, false, 0, 1",
        "CLOSED, false, 0, 0",
        "UNCERTAIN, false, 0, 0",
        "UNCERTAIN, true, 1, 1",
        "PENDING, true, 0, 1",
        "RETRY_WAIT, true, 0, 1",
        "SENDING, false, 1, 1",
        "null, false, 0, 1",
    })
    void what_is_neither_accepted_nor_in_a_state_that_says_why_not_is_lost(
            String state, boolean waits, int copies, int lost) {
        var tally = FaultsTally.of(
                List.of(new Written("alert", "message", state, "", waits, 0)),
                Map.of("message", Collections.nCopies(copies, "text")),
                1);

        assertThat(tally.lost()).isEqualTo(lost);
        assertThat(tally.isClean()).isEqualTo(lost == 0);
    }

    @Test
    void what_never_fired_is_lost() {
        assertThat(FaultsTally.of(List.of(), Map.of(), 3).lost()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "2, 0, 1, 0", "2, 1, 0, 1", "3, 1, 1, 0", "3, 2, 0, 1", "1, 2, 0, 0"})
    void a_copy_more_than_attempts_of_which_nobody_knew_is_one_too_many(
            int copies, int unknown, int doubled, int marked) {
        var tally = FaultsTally.of(
                List.of(new Written("alert", "message", "ACCEPTED", "", false, unknown)),
                Map.of("message", Collections.nCopies(copies, "text")),
                1);

        assertThat(tally.doubled()).isEqualTo(doubled);
        assertThat(tally.marked()).isEqualTo(marked);
    }

    @Test
    void two_messages_about_the_same_are_as_bad_as_two_copies_of_one() {
        var tally = FaultsTally.of(
                List.of(
                        new Written("alert", "one", "ACCEPTED", "", false, 0),
                        new Written("alert", "other", "ACCEPTED", "", false, 0)),
                Map.of("one", List.of("text"), "other", List.of("text")),
                2);

        assertThat(tally.doubled()).isEqualTo(1);
    }

    @Test
    void a_copy_must_be_the_same_to_the_byte() {
        var tally = FaultsTally.of(
                List.of(new Written("alert", "message", "ACCEPTED", "", false, 1)),
                Map.of("message", List.of("text", "Text")),
                1);

        assertThat(tally.altered()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }
}
