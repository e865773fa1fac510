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
        "ACCEPTED, true, 1, 1",
        "ACCEPTED, false, 0, 1",
        "UNCERTAIN, true, 1, 1",
        "PENDING, true, 0, 1",
        "PENDING, false, 0, 1",
        "RETRY_WAIT, true, 0, 1",
        "SENDING, false, 1, 1",
        "null, false, 0, 1",
    })
    void what_is_neither_accepted_nor_in_a_state_that_says_why_not_is_lost(
            String state, boolean waits, int copies, int lost) {
        var written = new Written("alert", "message", state, "", waits, false, 1, 1, 0);
        var tally = FaultsTally.of(20, List.of(written), 1, Map.of("message", Collections.nCopies(copies, "text")), 0);

        assertThat(tally.lost()).isEqualTo(lost);
        assertThat(tally.isClean()).isEqualTo(lost == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 1, 1, 0",
        // The service has written down no such answer.
        "REFUSED, 0, 1, 1",
        // The mail server has never given one.
        "REFUSED, 1, 0, 1",
        "CANCELLED, 0, 1, 1",
        "EXPIRED, 0, 1, 1",
        "DEAD, 0, 1, 1",
    })
    void what_is_closed_was_refused_by_the_mail_server(String because, int refused, int refusals, int lost) {
        var written = new Written("alert", "message", "CLOSED", because, false, false, 1, 0, refused);

        assertThat(FaultsTally.of(20, List.of(written), 1, Map.of(), refusals).lost())
                .isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 1, 0", "false, 1, 0, 1", "true, 1, 1, 1", "true, 3, 2, 1", "true, 4, 2, 0"})
    void what_is_held_is_said_to_be_unknown_and_need_not_be_repeated(
            boolean repeats, int attempts, int unknown, int lost) {
        var written = new Written("alert", "message", "UNCERTAIN", "", false, repeats, attempts, unknown, 0);

        assertThat(FaultsTally.of(20, List.of(written), 1, Map.of(), 0).lost()).isEqualTo(lost);
    }

    @Test
    void what_never_fired_is_lost() {
        assertThat(FaultsTally.of(20, List.of(), 3, Map.of(), 0).lost()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0", "2, 0, 1, 0", "2, 1, 0, 1", "3, 1, 1, 0", "3, 2, 0, 1", "1, 2, 0, 0"})
    void a_copy_more_than_attempts_of_which_nobody_knew_is_one_too_many(
            int copies, int unknown, int doubled, int marked) {
        var tally = FaultsTally.of(
                20,
                List.of(accepted("alert", "message", unknown)),
                1,
                Map.of("message", Collections.nCopies(copies, "text")),
                0);

        assertThat(tally.doubled()).isEqualTo(doubled);
        assertThat(tally.marked()).isEqualTo(marked);
    }

    @Test
    void two_messages_about_the_same_are_as_bad_as_two_copies_of_one() {
        var tally = FaultsTally.of(
                20,
                List.of(accepted("alert", "one", 0), accepted("alert", "other", 0)),
                2,
                Map.of("one", List.of("text"), "other", List.of("text")),
                0);

        assertThat(tally.doubled()).isEqualTo(1);
    }

    @Test
    void a_copy_must_be_the_same_to_the_byte() {
        var tally = FaultsTally.of(
                20, List.of(accepted("alert", "message", 1)), 1, Map.of("message", List.of("text", "Text")), 0);

        assertThat(tally.altered()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void a_message_that_nobody_has_written_down_is_strange() {
        var tally = FaultsTally.of(
                20,
                List.of(accepted("alert", "message", 0)),
                1,
                Map.of("message", List.of("text"), "other", List.of("text")),
                0);

        assertThat(tally.strange()).isEqualTo(1);
        assertThat(tally.isClean()).isFalse();
    }

    private static Written accepted(String alert, String message, int unknown) {
        return new Written(alert, message, "ACCEPTED", "", false, false, 1, unknown, 0);
    }
}
