package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is invited, and what he said.
 *
 * @param asked the sequence of the invitation that the answer is to: a new time asks anew
 * @param since when he was asked or answered last; only what he says later counts
 */
record Invitee(
        UUID personId,
        @Nullable String party,
        @Nullable String side,
        InvitedAs as,
        Answer answer,
        int asked,
        Instant since,
        @Nullable String comment) {

    static Invitee member(UUID person, String party, String side, int sequence, Instant at) {
        return new Invitee(person, party, side, InvitedAs.MEMBER, Answer.NEEDS_ACTION, sequence, at, null);
    }

    static Invitee guest(UUID person, int sequence, Instant at) {
        return new Invitee(person, null, null, InvitedAs.GUEST, Answer.NEEDS_ACTION, sequence, at, null);
    }

    Invitee answering(Answer said, @Nullable String with, Instant at) {
        return new Invitee(personId, party, side, as, said, asked, at, with);
    }

    /** Nobody can have answered to a time that he did not know. */
    Invitee askedAnew(int sequence, Instant at) {
        return new Invitee(personId, party, side, as, Answer.NEEDS_ACTION, sequence, at, null);
    }
}
