package org.moutracker.workinggroups.invitation;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.messaging.Received;
import org.moutracker.workinggroups.meeting.Answer;
import org.moutracker.workinggroups.meeting.HearAnswers.Heard;

/** What meetings need to hear of an invitation, and no more. */
record InvitationState(
        UUID meetingId,
        UUID personId,
        int sequence,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        int minutesRound,
        @Nullable Instant minutesDeliveredAt) {

    Heard heard(Received<InvitationState> cause) {
        return new Heard(meetingId, personId, sequence, said(), answeredAt, minutesRound, minutesDeliveredAt, cause);
    }

    /** An answer that this version does not know yet says nothing. */
    private Answer said() {
        return Arrays.stream(Answer.values())
                .filter(known -> known.name().equals(answer))
                .findFirst()
                .orElse(Answer.NEEDS_ACTION);
    }
}
