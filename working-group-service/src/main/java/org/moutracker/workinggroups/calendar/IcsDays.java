package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * Reads days from the all-day events of an iCalendar file (RFC 5545). What repeats by a rule is refused: feasts do not,
 * and whoever exports a calendar can write out the years.
 */
final class IcsDays {

    // More is no holiday but a mistake in a date.
    private static final int LONGEST = 62;

    private static final List<String> REPEATS = List.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

    private final DayKind kind;
    private final DayFile file = new DayFile();

    private IcsDays(DayKind kind) {
        this.kind = kind;
    }

    static DayFile read(String text, DayKind kind) {
        var lines = IcsLine.parse(text);
        if (lines.isEmpty() || !isBegin(lines.getFirst(), "VCALENDAR")) {
            throw new InvalidRequest("line 1", "must be BEGIN:VCALENDAR");
        }
        var days = new IcsDays(kind);
        days.components(lines);
        return days.file;
    }

    private static boolean isBegin(IcsLine line, String component) {
        return line.name().equals("BEGIN") && line.value().equalsIgnoreCase(component);
    }

    private void components(List<IcsLine> lines) {
        var open = new ArrayDeque<IcsLine>();
        Map<String, IcsLine> event = new HashMap<>();
        for (var line : lines) {
            switch (line.name()) {
                case "BEGIN" -> {
                    open.push(line);
                    if (isBegin(line, "VEVENT")) {
                        event.clear();
                    }
                }
                case "END" -> {
                    var begun = open.poll();
                    if (begun == null || !begun.value().equalsIgnoreCase(line.value())) {
                        throw new InvalidRequest("line " + line.number(), "ends what was not begun");
                    }
                    if (isBegin(begun, "VEVENT")) {
                        event(begun.number(), event);
                    }
                }
                default -> {
                    if (!open.isEmpty() && isBegin(open.peek(), "VEVENT")) {
                        event.putIfAbsent(line.name(), line);
                    }
                }
            }
        }
        if (!open.isEmpty()) {
            throw new InvalidRequest("line " + open.peek().number(), "begins what is not ended");
        }
    }

    private void event(int begun, Map<String, IcsLine> event) {
        var status = event.get("STATUS");
        if (status != null && status.value().equalsIgnoreCase("CANCELLED")) {
            return;
        }
        for (var repeat : REPEATS) {
            if (event.containsKey(repeat)) {
                file.refuse(event.get(repeat).number(), repeat + " is not read: write every day out");
                return;
            }
        }
        var start = event.get("DTSTART");
        if (start == null) {
            file.refuse(begun, "the event has no DTSTART");
            return;
        }
        var first = day(start);
        var end = first == null ? null : end(first, event);
        if (first == null || end == null) {
            return;
        }
        if (!end.isAfter(first) || end.isAfter(first.plusDays(LONGEST))) {
            file.refuse(begun, "the event must have 1 to %d days".formatted(LONGEST));
            return;
        }
        var summary = event.get("SUMMARY");
        var name = summary == null ? "" : summary.text();
        var estimated = status != null && status.value().equalsIgnoreCase("TENTATIVE");
        first.datesUntil(end).forEach(date -> file.take(begun, kind, date, name, estimated));
    }

    /** The day after the last. */
    private @Nullable LocalDate end(LocalDate first, Map<String, IcsLine> event) {
        var end = event.get("DTEND");
        var duration = event.get("DURATION");
        if (end != null) {
            return day(end);
        }
        if (duration == null) {
            return first.plusDays(1);
        }
        try {
            return first.plus(Period.parse(duration.value()));
        } catch (DateTimeParseException e) {
            file.refuse(duration.number(), "DURATION must be whole days");
            return null;
        }
    }

    private @Nullable LocalDate day(IcsLine line) {
        try {
            return LocalDate.parse(line.value(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            file.refuse(line.number(), line.name() + " must be a whole day such as 20270320");
            return null;
        }
    }
}
