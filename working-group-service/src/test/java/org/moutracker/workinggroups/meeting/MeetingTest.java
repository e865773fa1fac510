package org.moutracker.workinggroups.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moutracker.workinggroups.meeting.MeetingFixture.AFTERWARDS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.ENDS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.GUEST;
import static org.moutracker.workinggroups.meeting.MeetingFixture.NONE;
import static org.moutracker.workinggroups.meeting.MeetingFixture.PK;
import static org.moutracker.workinggroups.meeting.MeetingFixture.PLANNED;
import static org.moutracker.workinggroups.meeting.MeetingFixture.PS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.STARTS;
import static org.moutracker.workinggroups.meeting.MeetingFixture.convened;
import static org.moutracker.workinggroups.meeting.MeetingFixture.everybody;
import static org.moutracker.workinggroups.meeting.MeetingFixture.held;
import static org.moutracker.workinggroups.meeting.MeetingFixture.invited;
import static org.moutracker.workinggroups.meeting.MeetingFixture.planned;
import static org.moutracker.workinggroups.meeting.MeetingFixture.times;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.workinggroups.meeting.MeetingEvent.MeetingChanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingTest {

    private static final Times LATER = times("2025-11-12T05:00:00Z", "2025-11-12T09:00:00Z");

    @Test
    void it_must_end_after_it_starts() {
        assertThatThrownBy(() -> new Times(STARTS, STARTS, "Asia/Karachi"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("endsAt");
    }

    @Test
    void it_is_convened_only_where_people_know_where_to_go() {
        var nowhere = planned(null, null);
        assertThatThrownBy(() -> nowhere.convene(invited(nowhere), NONE, PLANNED))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("neither a place nor an online address");
        var online = planned(null, "https://meet.health.example/1");

        assertThat(online.convene(invited(online), NONE, PLANNED).state().status())
                .isEqualTo(MeetingStatus.CONVENED);
    }

    @Test
    void the_notice_is_kept_unless_somebody_says_why_not() {
        var threeWeeks = planned();
        var _ = threeWeeks.convene(invited(threeWeeks), new Notice("P21D", null), PLANNED);
        assertThat(threeWeeks.invitations.shortNotice()).isNull();

        var short_ = planned();
        assertThatThrownBy(() -> short_.convene(invited(short_), new Notice("P22D", null), PLANNED))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("a notice of P22D, and the meeting is on 2025-11-10");
        var again = planned();
        var _ = again.convene(invited(again), new Notice("P22D", "both agreed"), PLANNED);
        assertThat(again.invitations.shortNotice()).isEqualTo("both agreed");
    }

    @Test
    void the_day_of_the_notice_is_that_of_the_meetings_zone() {
        var late = planned();
        // In Karachi it is the 21st by then.
        var evening = Instant.parse("2025-10-20T19:30:00Z");

        assertThatThrownBy(() -> late.convene(invited(late), new Notice("P21D", null), evening))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void convened_again_it_invites_whoever_is_new_and_keeps_what_the_others_said() {
        var meeting = convened();
        var _ = meeting.reply(PK.personId(), Answer.ACCEPTED, null, AFTERWARDS);
        assertThatThrownBy(() -> meeting.convene(invited(meeting), NONE, AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("everybody is invited already");
        var more = new ArrayList<>(invited(meeting));
        more.removeIf(one -> one.personId().equals(PS.personId()));
        var newcomer = UUID.randomUUID();
        more.add(Invitee.member(newcomer, "PS", "PS", meeting.invitations.sequence(), AFTERWARDS));

        var changed = meeting.convene(more, NONE, AFTERWARDS);

        assertThat(changed).isInstanceOf(MeetingChanged.class);
        assertThat(changed.state().invitees())
                .extracting(MeetingState.Invited::personId, MeetingState.Invited::answer)
                .hasToString("[(%s, ACCEPTED), (%s, NEEDS_ACTION), (%s, NEEDS_ACTION)]"
                        .formatted(PK.personId(), GUEST, newcomer));
        assertThat(changed.state().sequence()).isZero();
    }

    @Test
    void of_two_answers_the_later_counts_in_whichever_order_they_are_heard() {
        var meeting = convened();
        var noon = PLANNED.plus(Duration.ofHours(6));

        assertThat(meeting.answer(PK.personId(), 0, Answer.DECLINED, "ill", noon, noon))
                .isPresent();
        assertThat(meeting.answer(PK.personId(), 0, Answer.ACCEPTED, null, noon.minusSeconds(1), noon))
                .as("earlier")
                .isEmpty();
        assertThat(meeting.answer(PK.personId(), 0, Answer.DECLINED, "ill", noon, noon))
                .as("heard again")
                .isEmpty();
        assertThat(meeting.answer(PK.personId(), 0, Answer.TENTATIVE, null, noon.plusSeconds(1), noon))
                .isPresent();
        assertThat(meeting.invitee(PK.personId()).orElseThrow().answer()).isEqualTo(Answer.TENTATIVE);
    }

    @Test
    void only_whoever_is_invited_answers_and_only_while_it_is_convened() {
        assertThatThrownBy(() -> convened().reply(UUID.randomUUID(), Answer.ACCEPTED, null, PLANNED))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("person");
        assertThatThrownBy(() -> held().reply(PK.personId(), Answer.ACCEPTED, null, AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a meeting that is HELD takes no answers");
    }

    @Test
    void a_new_time_asks_everybody_anew_and_answers_to_the_old_one_do_not_count() {
        var meeting = convened();
        var _ = meeting.reply(GUEST, Answer.ACCEPTED, null, PLANNED.plusSeconds(60));
        var moved = PLANNED.plus(Duration.ofDays(1));

        var state = meeting.reschedule(LATER, "Islamabad", null, NONE, moved).state();

        assertThat(state.sequence()).isEqualTo(1);
        assertThat(state.status()).isEqualTo(MeetingStatus.CONVENED);
        assertThat(state.invitees()).extracting(MeetingState.Invited::answer).containsOnly(Answer.NEEDS_ACTION);
        assertThat(meeting.answer(PK.personId(), 1, Answer.ACCEPTED, null, moved.minusSeconds(1), moved))
                .as("given before it was moved")
                .isEmpty();
        assertThat(meeting.answer(PK.personId(), 0, Answer.ACCEPTED, null, moved.plusSeconds(1), moved))
                .as("to the invitation before")
                .isEmpty();
        assertThat(meeting.answer(PK.personId(), 1, Answer.ACCEPTED, null, moved.plusSeconds(1), moved))
                .isPresent();
    }

    @Test
    void another_place_raises_the_sequence_and_keeps_the_answers() {
        var meeting = convened();
        var _ = meeting.reply(GUEST, Answer.ACCEPTED, null, PLANNED.plusSeconds(60));

        var state = meeting.reschedule(meeting.times(), "Lahore", null, NONE, AFTERWARDS)
                .state();

        assertThat(state.sequence()).isEqualTo(1);
        assertThat(state.place()).isEqualTo("Lahore");
        assertThat(state.invitees().getLast().answer()).isEqualTo(Answer.ACCEPTED);
        assertThatThrownBy(() -> meeting.reschedule(meeting.times(), "Lahore", null, NONE, AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("already");
    }

    @Test
    void before_it_is_convened_nothing_that_moves_raises_the_sequence() {
        var meeting = planned();

        assertThat(meeting.reschedule(LATER, "Lahore", null, NONE, PLANNED)
                        .state()
                        .sequence())
                .isZero();
        assertThat(meeting.cancel("no need", PLANNED).state().sequence()).isEqualTo(1);
    }

    @Test
    void a_convened_meeting_is_moved_with_the_same_notice() {
        assertThatThrownBy(() -> convened().reschedule(LATER, "Islamabad", null, new Notice("P30D", null), PLANNED))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("a notice of P30D");
    }

    @Test
    void postponed_without_a_day_it_has_no_times_and_stands_as_before_once_it_has_one() {
        var convened = convened();
        var planned = planned();

        var state = convened.postpone("no visas", null, NONE, PLANNED).state();
        assertThat(state.status()).isEqualTo(MeetingStatus.POSTPONED);
        assertThat(state.startsAt()).isNull();
        assertThat(state.endsAt()).isNull();
        assertThat(state.sequence()).isEqualTo(1);
        assertThat(convened.because).isEqualTo("no visas");
        var _ = planned.postpone("no visas", null, NONE, PLANNED);

        var again = convened.reschedule(LATER, "Islamabad", null, NONE, PLANNED).state();
        assertThat(again.status()).isEqualTo(MeetingStatus.CONVENED);
        assertThat(again.sequence()).isEqualTo(2);
        assertThat(planned.reschedule(LATER, "Islamabad", null, NONE, PLANNED)
                        .state()
                        .status())
                .isEqualTo(MeetingStatus.PLANNED);
    }

    @Test
    void postponed_to_a_day_that_is_known_it_stands_as_before_at_once() {
        var state = convened().postpone("no visas", LATER, NONE, PLANNED).state();

        assertThat(state.status()).isEqualTo(MeetingStatus.CONVENED);
        assertThat(state.startsAt()).isEqualTo(LATER.startsAt());
        assertThat(state.sequence()).isEqualTo(1);
    }

    @Test
    void it_is_held_in_the_past_and_once() {
        var before = ENDS.minusSeconds(1);
        assertThatThrownBy(() -> convened().hold(STARTS, ENDS, List.of(), everybody(), before))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("endedAt");
        assertThatThrownBy(() -> convened().hold(STARTS, ENDS, List.of(), everybody(), STARTS.minusSeconds(1)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("startedAt");
        assertThatThrownBy(() -> convened().hold(ENDS, STARTS, List.of(), everybody(), AFTERWARDS))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("must be after startedAt");
        assertThatThrownBy(() -> held().hold(STARTS, ENDS, List.of(), everybody(), AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a meeting that is HELD cannot be held");
        var cancelled = convened();
        var _ = cancelled.cancel("no need", PLANNED);
        assertThatThrownBy(() -> cancelled.hold(STARTS, ENDS, List.of(), everybody(), AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a meeting that is CANCELLED cannot be held");
    }

    @Test
    void the_day_on_which_it_was_held_is_that_of_its_zone() {
        var late = convened();
        var from = Instant.parse("2025-11-10T19:30:00Z");

        var _ = late.hold(from, from.plusSeconds(60), List.of(), everybody(), from.plusSeconds(60));

        assertThat(late.heldOn()).isEqualTo("2025-11-11");
    }

    @Test
    void without_a_quorum_it_was_held_and_could_not_decide() {
        var alone = convened();
        var nobody = Presence.of(Presence.USUAL, MeetingFixture.SIDES, List.of(PK, PS), List.of(Attendee.member(PK)));
        var _ = alone.hold(STARTS, ENDS, List.of(Attendee.member(PK)), nobody, AFTERWARDS);

        assertThat(alone.status()).isEqualTo(MeetingStatus.HELD);
        assertThat(alone.isQuorate()).isFalse();
        assertThat(held().isQuorate()).isTrue();
        assertThat(convened().isQuorate()).isFalse();

        // Somebody was forgotten.
        var _ = alone.attend(List.of(Attendee.member(PK), Attendee.member(PS)), everybody(), AFTERWARDS);
        assertThat(alone.isQuorate()).isTrue();
    }

    @Test
    void what_was_entered_by_mistake_decides_nothing_and_is_voided_once() {
        var meeting = held();
        var _ = meeting.declareVoid("another group", AFTERWARDS);

        assertThat(meeting.isQuorate()).isFalse();
        assertThatThrownBy(() -> meeting.declareVoid("again", AFTERWARDS)).isInstanceOf(RuleViolated.class);
    }

    @Test
    void its_agenda_stands_once_it_was_held() {
        var items = List.of(new AgendaItem(1, "Plan of work", 60, List.of()));

        assertThat(convened().setAgenda(items, PLANNED).state().agenda()).isEqualTo(items);
        assertThatThrownBy(() -> held().setAgenda(items, AFTERWARDS))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("a meeting that is HELD cannot have another agenda any more");
    }
}
