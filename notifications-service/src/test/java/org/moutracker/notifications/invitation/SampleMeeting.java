package org.moutracker.notifications.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.LetterKind;
import org.moutracker.notifications.meeting.Meeting;
import org.moutracker.notifications.meeting.MeetingStatus;

/** A meeting in Islamabad, and letters about it. */
final class SampleMeeting {

    static final Instant STARTS = Instant.parse("2025-11-10T05:00:00Z");
    static final Instant BEFORE = Instant.parse("2025-10-27T06:00:00Z");

    private SampleMeeting() {}

    static Meeting meeting(MeetingStatus status, int sequence) {
        return meeting(status, sequence, STARTS, null);
    }

    static Meeting meeting(
            MeetingStatus status, int sequence, @Nullable Instant startsAt, Meeting.@Nullable Minutes minutes) {
        return new Meeting(
                UUID.fromString("01995778-6000-7000-8000-00000000d001"),
                UUID.fromString("01995778-5a80-7000-8000-00000000e001"),
                "First meeting",
                status,
                startsAt,
                startsAt == null ? null : startsAt.plusSeconds(4 * 3600),
                "Asia/Karachi",
                "Islamabad",
                null,
                sequence,
                List.of(new Meeting.AgendaItem(1, "Plan of work", 60)),
                List.of(),
                minutes);
    }

    /** A letter that told what the meeting of that sequence was. */
    static Sent sent(int number, LetterKind kind, int sequence, Meeting meeting, Fate fate, boolean stands) {
        return new Sent(
                new UUID(0, number),
                number,
                kind,
                sequence,
                meeting.sequence(),
                kind == LetterKind.REQUEST ? Fingerprint.of(meeting) : "",
                BEFORE.minusSeconds(100 - number),
                stands,
                fate,
                new UUID(1, number),
                "{}");
    }
}
