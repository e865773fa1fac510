package org.moutracker.workinggroups.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as other services hear of it: whoever is invited by id alone. */
record MeetingState(
        UUID id,
        UUID workingGroupId,
        @Nullable Integer number,
        MeetingKind kind,
        String title,
        MeetingStatus status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        @Nullable String place,
        @Nullable String online,
        String host,
        int sequence,
        List<AgendaItem> agenda,
        List<Invited> invitees,
        @Nullable Circulated minutes,
        long version) {

    /** Somebody who is invited; what he wrote with his answer stays here. */
    record Invited(
            UUID personId, @Nullable String party, @Nullable String side, InvitedAs as, Answer answer) {

        static Invited of(Invitee invitee) {
            return new Invited(invitee.personId(), invitee.party(), invitee.side(), invitee.as(), invitee.answer());
        }
    }

    /** Minutes that go round; what the sides wrote to them stays here. */
    record Circulated(
            Instant circulatedAt, @Nullable Instant agreeBy, String document, int round, List<Said> positions) {

        static Circulated of(Minutes minutes) {
            return new Circulated(
                    minutes.circulatedAt(),
                    minutes.agreeBy(),
                    minutes.document().uri(),
                    minutes.round(),
                    minutes.positions().stream()
                            .map(one -> new Said(one.side(), one.position()))
                            .toList());
        }
    }

    /** What a side says to minutes. */
    record Said(String side, Position position) {}
}
