package org.moutracker.notifications.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its owner tells it, as far as invitations need it.
 *
 * @param startsAt null while no day is known
 * @param sequence rises when time or place change after it was convened, and when it is cancelled
 */
public record Meeting(
        UUID id,
        UUID workingGroupId,
        String title,
        MeetingStatus status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String zone,
        @Nullable String place,
        @Nullable String online,
        int sequence,
        List<AgendaItem> agenda,
        List<Invitee> invitees,
        @Nullable Minutes minutes) {

    public Meeting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(status);
        agenda = agenda == null ? List.of() : List.copyOf(agenda);
        invitees = invitees == null ? List.of() : List.copyOf(invitees);
    }

    /** What is to be talked about, and for how long. */
    public record AgendaItem(
            int number, String title, @Nullable Integer minutes) {}

    /** Somebody who is invited; a guest stands on no side. */
    public record Invitee(
            UUID personId, @Nullable String party, @Nullable String side, InvitedAs as, Answer answer) {

        public Invitee {
            Objects.requireNonNull(personId);
            as = as == null ? InvitedAs.MEMBER : as;
            answer = answer == null ? Answer.NEEDS_ACTION : answer;
        }
    }

    /**
     * The minutes that were circulated last.
     *
     * @param agreeBy until when an objection counts, if silence means agreement
     * @param document where they can be read
     * @param round rises when they are circulated again
     */
    public record Minutes(
            Instant circulatedAt,
            @Nullable Instant agreeBy,
            @Nullable String document,
            int round) {}
}
