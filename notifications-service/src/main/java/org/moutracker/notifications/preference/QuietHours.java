package org.moutracker.notifications.preference;

import static java.util.Comparator.naturalOrder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is not written to, by the clock on his wall: every day from a time to another, and on whole days of the week.
 *
 * @param from null, and so is {@code to}, where there are only days
 * @param to not a part of them; earlier than {@code from} where they cross midnight
 */
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime to, List<DayOfWeek> days) {

    public static final QuietHours NONE = new QuietHours(null, null, List.of());

    public QuietHours {
        days = days.stream().distinct().sorted().toList();
    }

    /** Whether a clock that shows this time shows one of them. */
    boolean contain(LocalDateTime shown) {
        return days.contains(shown.getDayOfWeek()) || containTime(shown.toLocalTime());
    }

    boolean containTime(LocalTime time) {
        if (from == null || to == null) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** When they are over; empty unless they are going on. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        var end = now;
        // A day at most has two ends, and at most half of a week is quiet; nobody waits any longer.
        for (var i = 0; i < 16 && contain(end.atZone(zone).toLocalDateTime()); i++) {
            end = next(end, zone);
        }
        return end.equals(now) ? Optional.empty() : Optional.of(end);
    }

    /** The next moment at which a day or the hours may end. */
    private Instant next(Instant after, ZoneId zone) {
        var shown = after.atZone(zone).toLocalDateTime();
        var ends = days.contains(shown.getDayOfWeek()) || to == null
                ? List.of(shown.toLocalDate().plusDays(1).atStartOfDay())
                : ends(shown.toLocalDate(), to);
        return ends.stream()
                .flatMap(end -> moments(end, zone).stream())
                .filter(moment -> moment.isAfter(after))
                .min(naturalOrder())
                .orElseThrow();
    }

    private static List<LocalDateTime> ends(LocalDate day, LocalTime to) {
        return List.of(day.atTime(to), day.plusDays(1).atTime(to));
    }

    /** When a clock shows that: twice when it was put back, and when it is put forward at the moment at which it passes it. */
    private static List<Instant> moments(LocalDateTime shown, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(shown);
        return offsets.isEmpty()
                ? List.of(rules.getTransition(shown).getInstant())
                : offsets.stream().map(shown::toInstant).toList();
    }
}
