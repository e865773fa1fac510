package org.moutracker.notifications.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.AlertContent.SideClock;
import org.moutracker.notifications.meeting.Answer;
import org.moutracker.notifications.meeting.Meeting.AgendaItem;

/**
 * What was true of a meeting when a letter about it was written, so that a repeat says the same.
 *
 * @param zone the reader's
 * @param clocks by which the sides of the agreement live
 * @param answer what he has answered so far
 * @param movedFrom when it began before, if that has changed
 */
public record InvitationContent(
        UUID meetingId,
        News news,
        String title,
        @Nullable String groupName,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        @Nullable String online,
        List<AgendaItem> agenda,
        String zone,
        List<SideClock> clocks,
        Answer answer,
        @Nullable Instant movedFrom) {

    /** Why the reader is written to. */
    public enum News {
        INVITED,
        MOVED,
        CHANGED,
        CANCELLED,
        POSTPONED,
        /** The meeting was entered by mistake. */
        VOIDED,
        /** The meeting takes place, without him. */
        UNINVITED;

        public boolean withdraws() {
            return switch (this) {
                case INVITED, MOVED, CHANGED -> false;
                case CANCELLED, POSTPONED, VOIDED, UNINVITED -> true;
            };
        }
    }

    /** The same meeting, taken out of his calendar. */
    public InvitationContent withdrawn(News why) {
        return new InvitationContent(
                meetingId, why, title, groupName, startsAt, endsAt, place, online, agenda, zone, clocks, answer, null);
    }
}
