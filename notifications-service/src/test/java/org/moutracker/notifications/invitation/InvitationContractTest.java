package org.moutracker.notifications.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.notifications.Samples;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationAnswered;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationDelivered;
import org.moutracker.notifications.invitation.InvitationEvent.InvitationMinutesDelivered;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.platform.testing.EventSamples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InvitationContractTest {

    private static final Instant DELIVERED = Instant.parse("2025-10-27T06:00:05Z");
    private static final Instant ANSWERED = Instant.parse("2025-10-27T09:29:00Z");

    @Test
    void every_event_is_told_as_its_sample_says() {
        assertThat(EventSamples.typesOf(InvitationEvent.class, "invitation"))
                .containsExactlyInAnyOrder(
                        "mou.invitation.delivered.v1",
                        "mou.invitation.answered.v1",
                        "mou.invitation.minutes-delivered.v1");
        agree(new InvitationDelivered(state(Answer.NEEDS_ACTION, null, 0, null)));
        agree(new InvitationAnswered(state(Answer.ACCEPTED, ANSWERED, 0, null)));
        agree(new InvitationMinutesDelivered(
                state(Answer.ACCEPTED, ANSWERED, 1, Instant.parse("2025-11-20T06:00:05Z"))));
    }

    private static void agree(InvitationEvent event) {
        var sample = EventSamples.sample(event.type());
        assertThat(Samples.JSON.<JsonNode>valueToTree(event.state())).isEqualTo(sample.get("data"));
        assertThat(event.topic().subjects() + "/" + event.subject())
                .isEqualTo(sample.get("subject").asText());
    }

    private static InvitationState state(
            Answer answer, @Nullable Instant answeredAt, int round, @Nullable Instant minutesDeliveredAt) {
        var meeting = UUID.fromString("01995778-6000-7000-8000-00000000d001");
        var person = UUID.fromString("01995778-6000-7000-8000-00000000f001");
        return new InvitationState(
                InvitationState.id(meeting, person),
                meeting,
                person,
                0,
                DELIVERED,
                answer,
                answeredAt,
                round,
                minutesDeliveredAt);
    }
}
