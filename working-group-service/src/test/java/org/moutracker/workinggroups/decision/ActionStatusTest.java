package org.moutracker.workinggroups.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.workinggroups.deadline.DeadlineStatus;

/** An action item has no status of its own: which can follow which stands with its deadline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionStatusTest {

    static Stream<Arguments> pairs() {
        return Stream.of(ActionStatus.values())
                .flatMap(one -> Stream.of(DeadlineStatus.values()).map(deadline -> Arguments.of(one, deadline)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void each_status_of_a_deadline_is_one_of_the_item_and_the_other_way_round(
            ActionStatus status, DeadlineStatus deadline) {
        assertThat(status.deadlines().contains(deadline)).isEqualTo(ActionStatus.of(deadline) == status);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, AWAITING_ANCHOR ACTIVE PAUSED",
        "DONE, MET",
        "WAIVED, WAIVED",
        "CANCELLED, CANCELLED",
        "LAPSED, LAPSED"
    })
    void an_item_is_what_its_deadline_says(ActionStatus status, String deadlines) {
        var those = Arrays.stream(deadlines.split(" ", -1))
                .map(DeadlineStatus::valueOf)
                .toList();

        assertThat(EnumSet.copyOf(those)).allMatch(one -> ActionStatus.of(one) == status);
        assertThat(status.deadlines()).containsExactlyElementsOf(those);
    }
}
