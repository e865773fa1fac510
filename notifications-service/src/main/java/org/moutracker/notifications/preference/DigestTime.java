package org.moutracker.notifications.preference;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody gets his digest, by the clock on his wall.
 *
 * @param at null where he gets none
 * @param weekday null unless he gets one a week
 */
public record DigestTime(
        Rhythm rhythm, @Nullable LocalTime at, @Nullable DayOfWeek weekday) {

    public static final DigestTime NEVER = new DigestTime(Rhythm.NONE, null, null);

    // A day of a week comes within one; every other day is quiet at most.
    private static final int FARTHEST = 8;

    /** The next one after an instant that is not on a quiet day; at a time that clocks leave out it comes as much later. */
    Optional<Instant> after(Instant instant, ZoneId zone, QuietHours quiet) {
        if (rhythm == Rhythm.NONE) {
            return Optional.empty();
        }
        var today = instant.atZone(zone).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(FARTHEST)
                .filter(day -> isOn(day) && !quiet.days().contains(day.getDayOfWeek()))
                .map(day -> day.atTime(requireNonNull(at)).atZone(zone).toInstant())
                .filter(moment -> moment.isAfter(instant))
                .findFirst();
    }

    private boolean isOn(LocalDate day) {
        return switch (rhythm) {
            case NONE -> false;
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == weekday;
        };
    }
}
