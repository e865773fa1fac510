package org.moutracker.workinggroups.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.workinggroup.Seat;

/**
 * Somebody who was there, with the seat that he had then: a quorum stays explained when seats change later.
 *
 * @param seat how he counts: whoever acts for a co-chair counts as one; null for a guest
 */
record Attendee(
        UUID personId,
        @Nullable UUID memberId,
        @Nullable String party,
        @Nullable String side,
        Seat.@Nullable Voice seat) {

    static Attendee member(Seat seat) {
        return new Attendee(seat.personId(), seat.memberId(), seat.party(), seat.side(), seat.voice());
    }

    static Attendee guest(UUID person) {
        return new Attendee(person, null, null, null, null);
    }

    /** In the place of a co-chair who has not come. */
    Attendee asCoChair() {
        return new Attendee(personId, memberId, party, side, Seat.Voice.CO_CHAIR);
    }

    boolean speaksFor(String of, Seat.Voice voice) {
        return of.equals(side) && seat == voice;
    }
}
