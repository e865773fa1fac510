package org.moutracker.timerules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the calendars are confirmed for the days that were counted. */
final class Confirmation {

    private final OpenDays open;

    Confirmation(OpenDays open) {
        this.open = open;
    }

    /** What may still move, between the first and the last of the given days. */
    List<String> doubts(List<LocalDate> days) {
        var first = Collections.min(days);
        var last = Collections.max(days);
        open.lookAt(first);
        open.lookAt(last);
        return open.calendars().stream()
                .flatMap(calendar -> Stream.of(estimates(calendar, first, last), horizon(calendar, last)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> estimates(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        var estimated = calendar.estimated().stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .sorted()
                .toList();
        return switch (estimated.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(estimated.getFirst() + " is only estimated in " + calendar.authority());
            default ->
                Optional.of("%d days from %s to %s are only estimated in %s"
                        .formatted(estimated.size(), estimated.getFirst(), estimated.getLast(), calendar.authority()));
        };
    }

    private static Optional<String> horizon(WorkingCalendar calendar, LocalDate last) {
        return Optional.ofNullable(calendar.confirmedUntil())
                .filter(last::isAfter)
                .map(until -> "the calendar of %s is confirmed only until %s".formatted(calendar.authority(), until));
    }
}
