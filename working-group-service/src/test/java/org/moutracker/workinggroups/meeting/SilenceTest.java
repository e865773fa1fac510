package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moutracker.workinggroups.meeting.MeetingFixture.CIRCULATED;
import static org.moutracker.workinggroups.meeting.MeetingFixture.PAPER;
import static org.moutracker.workinggroups.meeting.MeetingFixture.SIDES;
import static org.moutracker.workinggroups.meeting.MeetingFixture.TWO_WEEKS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.held;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.deadline.Suspension;
import org.moutracker.workinggroups.workinggroup.GroupParty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest {

    private static final List<GroupParty> PARTIES =
            List.of(new GroupParty("PK", "PK", "Asia/Karachi"), new GroupParty("PS", "PS", "Asia/Hebron"));

    // Fourteen days from Monday 17 November, over in Hebron (two hours ahead of UTC) after Karachi.
    private static final Instant END = Instant.parse("2025-12-01T22:00:00Z");
    private static final Suspension OPEN = suspended("2025-11-20", null);
    private static final Suspension TEN_DAYS = suspended("2025-11-20", "2025-11-30");

    private final Meeting meeting = MeetingFixture.circulated(TWO_WEEKS);

    @Test
    void it_stands_while_all_agreements_are_suspended_and_then_the_days_run_that_remained() {
        assertThat(count(List.of(OPEN))).isTrue();
        assertThat(meeting.silenceEndsAt).isNull();
        assertThat(meeting.minutes).extracting(Minutes::agreeBy).isEqualTo(END);

        assertThat(count(List.of(TEN_DAYS))).isTrue();
        assertThat(meeting.silenceEndsAt).isEqualTo("2025-12-11T22:00:00Z");
        assertThat(meeting.minutes).extracting(Minutes::agreeBy).isEqualTo(meeting.silenceEndsAt);
        assertThat(count(List.of(TEN_DAYS))).as("told once").isFalse();
    }

    @Test
    void it_does_not_end_while_it_stands() {
        meeting.told("PK", 1, CIRCULATED.plusSeconds(1));
        meeting.told("PS", 1, CIRCULATED.plusSeconds(1));
        assertThat(count(List.of(OPEN))).isTrue();
        meeting.silenceEndsAt = END;

        assertThat(meeting.endSilence(END)).isEmpty();
        assertThat(meeting.status()).isEqualTo(MeetingStatus.MINUTES_CIRCULATED);

        assertThat(count(List.of(TEN_DAYS))).isTrue();
        assertThat(meeting.endSilence(Instant.parse("2025-12-11T22:00:00Z"))).isPresent();
        assertThat(meeting.status()).isEqualTo(MeetingStatus.MINUTES_AGREED);
    }

    @Test
    void who_is_told_meanwhile_does_not_start_it() {
        assertThat(count(List.of(OPEN))).isTrue();

        meeting.told("PS", 1, CIRCULATED.plusSeconds(60));

        assertThat(meeting.silenceEndsAt).isNull();
        assertThat(Objects.requireNonNull(meeting.minutes).waitingFor(END.plusSeconds(1)))
                .containsExactly(
                        "the silence of PK does not run while all agreements of the group are suspended",
                        "the silence of PS does not run while all agreements of the group are suspended");
    }

    @Test
    void what_was_suspended_after_it_was_over_stops_nothing() {
        assertThat(count(List.of(suspended("2025-12-02", null)))).isFalse();
        assertThat(count(List.of(suspended("2025-11-01", "2025-11-10")))).isFalse();
        assertThat(meeting.silenceEndsAt).isEqualTo(END);
    }

    @Test
    void minutes_that_go_round_during_a_suspension_wait_for_its_end() {
        var other = held();
        var silence = Silence.of("P14D", PARTIES, List.of(suspended("2025-11-12", null)));

        assertThat(other.circulate(PAPER, 1, silence, SIDES, CIRCULATED)).isNotNull();
        assertThat(other.silenceEndsAt).isNull();

        assertThat(other.countSilence(PARTIES, List.of(suspended("2025-11-12", "2025-11-27")), CIRCULATED))
                .isPresent();
        assertThat(other.silenceEndsAt)
                .as("ten days of it after they went round")
                .isEqualTo("2025-12-11T22:00:00Z");
    }

    @Test
    void minutes_on_which_each_side_must_speak_have_no_clock() {
        var spoken = MeetingFixture.circulated(MeetingFixture.SPEAK);

        assertThat(spoken.countSilence(PARTIES, List.of(OPEN), CIRCULATED)).isEmpty();
        assertThat(held().countSilence(PARTIES, List.of(OPEN), CIRCULATED)).isEmpty();
    }

    private boolean count(List<Suspension> suspensions) {
        return meeting.countSilence(PARTIES, suspensions, CIRCULATED).isPresent();
    }

    private static Suspension suspended(String since, @Nullable String until) {
        return new Suspension(LocalDate.parse(since), until == null ? null : LocalDate.parse(until), List.of());
    }
}
