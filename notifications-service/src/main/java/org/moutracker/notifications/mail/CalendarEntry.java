package org.moutracker.notifications.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.mail.AlertContent.SideClock;

/**
 * A deadline as it stands in somebody's calendar: the whole of a day, on which he is free.
 *
 * @param of the group or the agreement that it belongs to
 * @param day on which it stands
 * @param endsAt when it ends; null for one of which the day is not known any more
 * @param clocks those of the sides, by which its end is said
 * @param sequence rises whenever the day moves, ends or is due again (RFC 5545, SEQUENCE)
 * @param writtenAt when that day was told
 * @param stands false for what is to leave the calendar
 */
public record CalendarEntry(
        UUID deadlineId,
        String title,
        @Nullable String of,
        LocalDate day,
        @Nullable Instant endsAt,
        List<SideClock> clocks,
        int sequence,
        Instant writtenAt,
        boolean stands) {

    /** A plan's: it is one more when it leaves the calendar, and two more with the next plan. */
    public static int sequence(int planNo, boolean stands) {
        return 2 * planNo + (stands ? 0 : 1);
    }

    /**
     * The day on which a deadline stands for a reader: its last day, unless it ends before that where he lives. A reader
     * who is ahead of it has his morning after; he is not told to use it.
     */
    public static LocalDate day(LocalDate lastDay, Instant endsAt, ZoneId zone) {
        var there = endsAt.minusNanos(1).atZone(zone).toLocalDate();
        return there.isBefore(lastDay) ? there : lastDay;
    }
}
