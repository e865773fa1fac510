package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.meeting.MeetingStatus.CANCELLED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.CONVENED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.HELD;
import static org.moutracker.workinggroups.meeting.MeetingStatus.MINUTES_AGREED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.MINUTES_CIRCULATED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.MINUTES_DISPUTED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.PLANNED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.POSTPONED;
import static org.moutracker.workinggroups.meeting.MeetingStatus.VOIDED;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingStatusTest {

    private static final Map<MeetingStatus, Set<MeetingStatus>> TABLE = Map.of(
            PLANNED, Set.of(CONVENED, POSTPONED, CANCELLED, VOIDED),
            CONVENED, Set.of(HELD, POSTPONED, CANCELLED, VOIDED),
            POSTPONED, Set.of(PLANNED, CONVENED, CANCELLED, VOIDED),
            HELD, Set.of(MINUTES_CIRCULATED, VOIDED),
            MINUTES_CIRCULATED, Set.of(MINUTES_AGREED, MINUTES_DISPUTED, VOIDED),
            MINUTES_DISPUTED, Set.of(MINUTES_CIRCULATED, VOIDED),
            MINUTES_AGREED, Set.of(VOIDED),
            CANCELLED, Set.of(VOIDED),
            VOIDED, Set.of());

    static Stream<Arguments> pairs() {
        return Arrays.stream(MeetingStatus.values())
                .flatMap(from -> Arrays.stream(MeetingStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_status_becomes_what_the_drawing_says_and_nothing_else(MeetingStatus from, MeetingStatus to) {
        assertThat(from.canBecome(to))
                .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_held_is_not_to_come(MeetingStatus status) {
        assertThat(status.isHeld() && status.isToCome()).isFalse();
    }

    @Test
    void what_is_neither_held_nor_to_come_is_gone() {
        assertThat(MeetingStatus.values())
                .filteredOn(status -> !status.isHeld() && !status.isToCome())
                .containsExactly(CANCELLED, VOIDED);
    }
}
