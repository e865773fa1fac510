package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.meeting.MeetingFixture.CIRCULATED;
import static org.moutracker.workinggroups.meeting.MeetingFixture.PAPER;
import static org.moutracker.workinggroups.meeting.MeetingFixture.SIDES;
import static org.moutracker.workinggroups.meeting.MeetingFixture.SPEAK;
import static org.moutracker.workinggroups.meeting.MeetingFixture.TWO_WEEKS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.circulated;
import static org.moutracker.workinggroups.meeting.MeetingFixture.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingChanged;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesAgreed;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingMinutesDisputed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MinutesTest {

    // Monday 17 November and fourteen days, over in Hebron (two hours ahead of UTC) after Karachi.
    private static final Instant END = Instant.parse("2025-12-01T22:00:00Z");
    private static final Instant SOON = CIRCULATED.plus(Duration.ofDays(1));

    @Test
    void they_are_agreed_when_the_last_side_agrees() {
        var meeting = circulated(SPEAK);

        assertThat(meeting.agree("PK", null, SOON)).isInstanceOf(MeetingChanged.class);
        assertThat(meeting.agree("PS", "note 14", SOON)).isInstanceOf(MeetingMinutesAgreed.class);
        assertThat(meeting.status()).isEqualTo(MeetingStatus.MINUTES_AGREED);
    }

    @Test
    void a_side_agrees_once_and_cannot_dispute_afterwards() {
        var meeting = circulated(SPEAK);
        var _ = meeting.agree("PK", null, SOON);

        assertThatThrownBy(() -> meeting.agree("PK", null, SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("PK has agreed to the minutes already");
        assertThatThrownBy(() -> meeting.dispute("PK", "no", SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("PK has agreed to the minutes already");
        var _ = meeting.agree("PS", null, SOON);
        assertThatThrownBy(() -> meeting.dispute("PS", "no", SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("every side has agreed to the minutes already");
        assertThatThrownBy(() -> circulated(SPEAK).agree("CN", null, SOON))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("must be a side of the group: PK, PS");
        assertThatThrownBy(() -> held().agree("PK", null, SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("no minutes");
    }

    @Test
    void after_a_dispute_the_next_round_asks_every_side_anew() {
        var meeting = circulated(TWO_WEEKS);
        var _ = meeting.agree("PK", null, SOON);

        assertThat(meeting.dispute("PS", "item 2", SOON)).isInstanceOf(MeetingMinutesDisputed.class);
        assertThat(meeting.silenceEndsAt).isNull();
        assertThatThrownBy(() -> meeting.agree("PK", null, SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("a new round");
        assertThatThrownBy(() -> meeting.circulate(PAPER, 1, TWO_WEEKS, SIDES, SOON))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("the next round of minutes is 2, not 1");

        // What was changed before it was refused is not kept, so it begins again.
        var other = circulated(TWO_WEEKS);
        var _ = other.dispute("PS", "item 2", SOON);
        var _ = other.circulate(PAPER, 2, TWO_WEEKS, SIDES, SOON);
        assertThat(Objects.requireNonNull(other.minutes).round()).isEqualTo(2);
        assertThat(other.minutes.positions()).allMatch(SidePosition::isSilent);
        assertThat(other.agree("PK", null, SOON)).isInstanceOf(MeetingChanged.class);
    }

    @Test
    void the_silence_ends_with_its_last_day_where_that_ends_last() {
        assertThat(circulated(TWO_WEEKS).silenceEndsAt).isEqualTo(END);
        assertThat(circulated(SPEAK).silenceEndsAt).isNull();
    }

    @Test
    void silence_is_agreement_only_of_a_side_that_was_told_in_time() {
        var meeting = circulated(TWO_WEEKS);
        meeting.told("PK", 1, CIRCULATED.plusSeconds(5));
        meeting.told("PS", 1, END.plusSeconds(1));

        var ended = meeting.endSilence(END).orElseThrow();

        assertThat(ended).isInstanceOf(MeetingChanged.class);
        assertThat(meeting.status()).isEqualTo(MeetingStatus.MINUTES_CIRCULATED);
        assertThat(Objects.requireNonNull(meeting.minutes)
                        .positions()
                        .getFirst()
                        .bySilence())
                .isTrue();
        assertThat(meeting.minutes.waitingFor(END))
                .containsExactly("PS was told only after the silence was over, so that it has to speak");
        assertThat(meeting.endSilence(END)).as("once").isEmpty();
    }

    @Test
    void when_all_were_told_and_nobody_spoke_they_are_agreed() {
        var meeting = circulated(TWO_WEEKS);
        meeting.told("PK", 1, CIRCULATED.plusSeconds(5));
        meeting.told("PS", 1, END);

        assertThat(meeting.endSilence(END)).get().isInstanceOf(MeetingMinutesAgreed.class);
    }

    @Test
    void a_side_that_nobody_was_shown_to_be_told_stays_silent_until_that_is_heard() {
        var meeting = circulated(TWO_WEEKS);
        meeting.told("PK", 1, CIRCULATED.plusSeconds(5));
        var _ = meeting.endSilence(END);
        assertThat(Objects.requireNonNull(meeting.minutes).waitingFor(END))
                .containsExactly("nobody of PS was shown to be told, so that its silence says nothing");
        assertThat(meeting.silenceEndsAt).isNull();

        // It was told in time; we hear of it late.
        meeting.told("PS", 1, CIRCULATED.plusSeconds(9));

        assertThat(meeting.silenceEndsAt).as("looked at again").isEqualTo(END);
        assertThat(meeting.endSilence(END.plusSeconds(60))).get().isInstanceOf(MeetingMinutesAgreed.class);
    }

    @Test
    void being_told_of_another_round_says_nothing_of_this_one() {
        var meeting = circulated(TWO_WEEKS);
        meeting.told("PK", 2, SOON);
        meeting.told("PS", 0, SOON);

        assertThat(Objects.requireNonNull(meeting.minutes).positions())
                .extracting(SidePosition::toldAt)
                .containsOnlyNulls();
        assertThat(meeting.minutes.waitingFor(SOON))
                .contains("nobody of PK is shown to be told yet; without that its silence says nothing");
    }

    @Test
    void where_nobody_agreed_on_silence_each_side_has_to_speak() {
        var meeting = circulated(SPEAK);
        meeting.told("PK", 1, SOON);

        assertThat(meeting.endSilence(END)).isEmpty();
        assertThat(Objects.requireNonNull(meeting.minutes).waitingFor(SOON))
                .first()
                .isEqualTo("PK has yet to say whether it agrees; its silence says nothing");
    }
}
