package org.moutracker.notifications.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.meeting.InvitedAs;

/** An invitation as it is shown: who was invited to which meeting, what he was sent, and what he answered. */
@Schema(name = "Invitation", description = "Somebody is or was invited to a meeting.")
record InvitationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID meetingId,
        @Schema(required = true) PersonView person,

        @Schema(required = true, description = "False when he is not among the invitees any more.")
        boolean invited,

        @Schema(required = true, description = "When we first heard that he is invited.")
        Instant since,

        @Schema(
                required = true,
                description = "SEQUENCE of the invitation that was delivered last; 0 also while none was.",
                examples = "0")
        int sequence,

        @Schema(
                required = true,
                nullable = true,
                description = "When the mail server took it; null while it has taken none.")
        @Nullable
        Instant deliveredAt,

        @Schema(
                required = true,
                description = "What he replied by mail to the meeting as it is now. What was answered in another way "
                        + "is the meeting's to tell.")
        Answer answer,

        @Schema(required = true, nullable = true, description = "When he replied by mail.") @Nullable
        Instant answeredAt,

        @Schema(
                required = true,
                description = "The last round of minutes of which a mail was delivered; 0 when none was.",
                examples = "1")
        int minutesRound,

        @Schema(required = true, nullable = true, description = "When the mail server took it.") @Nullable
        Instant minutesDeliveredAt,

        @Schema(
                required = true,
                description =
                        "What was written to him, in its order. Empty while he, or how to reach him, is not known.")
        List<LetterView> letters) {

    /** Who is invited, without how he is reached. */
    @Schema(name = "InvitedPerson", description = "Who is invited. How he is reached is not shown.")
    record PersonView(
            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when it is not known (yet), or was erased.",
                    examples = "Ayesha Khan")
            @Nullable
            String name,

            @Schema(required = true, nullable = true, description = "Null for a guest.", examples = "PK") @Nullable
            String party,

            @Schema(required = true, nullable = true, description = "Null for a guest.", examples = "PK") @Nullable
            String side,

            @Schema(required = true) InvitedAs invitedAs) {}

    /** What a list answers with; named here for the OpenAPI document, so that it can show an example. */
    @Schema(name = "InvitationPage", description = "One page of invitations.")
    record Page(
            @Schema(required = true) List<InvitationView> items,

            @Schema(required = true, nullable = true, description = "Cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
