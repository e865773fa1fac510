package org.moutracker.workinggroups.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.meeting.Answer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardSamplesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mou.invitation.delivered.v1",
                "mou.invitation.answered.v1",
                "mou.invitation.minutes-delivered.v1"
            })
    void every_event_of_an_invitation_is_understood(String type) {
        var state = Contract.read(type, InvitationState.class);

        assertThat(state.meetingId()).isEqualTo(UUID.fromString("01995778-6000-7000-8000-00000000d001"));
        assertThat(state.personId()).isNotNull();
    }

    @Test
    void an_answer_that_came_by_mail_says_which_and_when() {
        var state = Contract.read("mou.invitation.answered.v1", InvitationState.class);

        var heard = state.heard(received(state));

        assertThat(heard.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(heard.answeredAt()).isEqualTo("2025-10-27T09:29:00Z");
    }

    @Test
    void being_told_of_minutes_says_of_which_round_and_when() {
        var state = Contract.read("mou.invitation.minutes-delivered.v1", InvitationState.class);

        var heard = state.heard(received(state));

        assertThat(heard.round()).isPositive();
        assertThat(heard.toldAt()).isNotNull();
    }

    @Test
    void an_answer_that_is_not_known_yet_says_nothing() {
        var state = new InvitationState(UUID.randomUUID(), UUID.randomUUID(), 0, "DELEGATED", Instant.EPOCH, 0, null);

        assertThat(state.heard(received(state)).answer()).isEqualTo(Answer.NEEDS_ACTION);
    }

    private static Received<InvitationState> received(InvitationState state) {
        return new Received<>(
                UUID.randomUUID(),
                "mou.invitation.answered.v1",
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                state);
    }
}
