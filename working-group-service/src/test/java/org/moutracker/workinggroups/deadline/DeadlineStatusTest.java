package org.moutracker.workinggroups.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.ACTIVE;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.AWAITING_ANCHOR;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.CANCELLED;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.LAPSED;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.MET;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.PAUSED;
import static org.moutracker.workinggroups.deadline.DeadlineStatus.WAIVED;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadlineStatusTest {

    private static final Map<DeadlineStatus, Set<DeadlineStatus>> TABLE = Map.of(
            AWAITING_ANCHOR, Set.of(ACTIVE, PAUSED, MET, WAIVED, CANCELLED, LAPSED),
            ACTIVE, Set.of(AWAITING_ANCHOR, PAUSED, MET, WAIVED, CANCELLED, LAPSED),
            PAUSED, Set.of(AWAITING_ANCHOR, ACTIVE, MET, WAIVED, CANCELLED, LAPSED),
            MET, Set.of(AWAITING_ANCHOR, ACTIVE, PAUSED),
            WAIVED, Set.of(AWAITING_ANCHOR, ACTIVE, PAUSED),
            CANCELLED, Set.of(AWAITING_ANCHOR, ACTIVE, PAUSED),
            LAPSED, Set.of(AWAITING_ANCHOR, ACTIVE, PAUSED));

    static Stream<Arguments> pairs() {
        return Stream.of(DeadlineStatus.values())
                .flatMap(from -> Stream.of(DeadlineStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_status_becomes_what_the_table_says_and_nothing_else(DeadlineStatus from, DeadlineStatus to) {
        assertThat(from.canBecome(to))
                .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void a_person_reopens_what_was_met_or_waived(DeadlineStatus status) {
        assertThat(status.canBeReopened()).isEqualTo(status == MET || status == WAIVED);
    }
}
