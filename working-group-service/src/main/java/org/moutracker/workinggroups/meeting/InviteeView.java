package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.person.Person;

/** Somebody who is invited, as callers see him. */
@Schema(name = "Invitee", description = "Somebody who is invited, and what he said.")
record InviteeView(
        @Schema(required = true) UUID personId,

        @Schema(
                required = true,
                description = "Null once the person was erased.",
                examples = "Ayesha Khan",
                nullable = true)
        @Nullable
        String name,

        @Schema(required = true, examples = "PK", nullable = true) @Nullable
        String party,

        @Schema(required = true, examples = "PK", nullable = true) @Nullable
        String side,

        @Schema(required = true) InvitedAs as,
        @Schema(required = true) Answer answer,

        @Schema(required = true, description = "When the answer was given; null without one.", nullable = true)
        @Nullable
        Instant answeredAt,

        @Schema(required = true, nullable = true) @Nullable String comment) {

    static InviteeView of(Invitee invitee, @Nullable Person person) {
        return new InviteeView(
                invitee.personId(),
                person == null ? null : person.name(),
                invitee.party(),
                invitee.side(),
                invitee.as(),
                invitee.answer(),
                invitee.answer() == Answer.NEEDS_ACTION ? null : invitee.since(),
                invitee.comment());
    }
}
