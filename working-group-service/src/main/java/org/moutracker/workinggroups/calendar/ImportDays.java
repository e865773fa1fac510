package org.moutracker.workinggroups.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Adds the days of a file to a draft, either all or none. */
final class ImportDays {

    private static final int MOST_VIOLATIONS = 100;

    /** What an import did to a draft. */
    @Schema(name = "CalendarImport", description = "A draft with the days of a file.")
    record Imported(
            @Schema(required = true) Draft draft,

            @Schema(required = true, description = "What was taken, line by line.")
            List<Taken> taken) {}

    /** A day that was taken. */
    @Schema(name = "CalendarImportedDay", description = "A day that was taken from a line.")
    record Taken(
            @Schema(
                    required = true,
                    description = "The line, from 1; of an event the one that begins it.",
                    examples = "2")
            int line,

            @Schema(required = true) DayKind kind,

            @Schema(required = true, examples = "2027-03-20")
            LocalDate date,

            @Schema(required = true, description = "As it stands in the draft now.", examples = "Eid-ul-Fitr")
            String name,

            @Schema(required = true) boolean estimated,
            @Schema(required = true) Effect effect) {}

    /** What became of the draft by a line. */
    @Schema(name = "CalendarImportEffect", description = "What became of the draft by a line.")
    enum Effect {
        ADDED,
        REPLACED,
        UNCHANGED
    }

    private final CalendarContent before;
    private final TreeMap<LocalDate, Day> days;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Violation> refused = new ArrayList<>();

    ImportDays(CalendarContent before) {
        this.before = before;
        this.days = Stream.concat(before.closed().stream(), before.workingDays().stream())
                .collect(toMap(Day::date, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The content with the days of the file; refused as a whole when a line is. */
    CalendarContent with(DayFile file) {
        refused.addAll(file.refused());
        var inFile = new TreeMap<LocalDate, DayFile.Line>();
        file.lines().forEach(line -> inFile.merge(line.day().date(), line, this::together));
        inFile.values().forEach(this::take);
        if (refused.isEmpty() && inFile.isEmpty()) {
            refused.add(new Violation("", "has no day"));
        }
        if (!refused.isEmpty()) {
            throw new InvalidRequest(refused.subList(0, Math.min(MOST_VIOLATIONS, refused.size())));
        }
        return CheckCalendar.check(before.withDays(of(ClosedDay.class), of(WorkingDay.class)));
    }

    /** Two feasts on one day; it is sure when one of them is. */
    private DayFile.Line together(DayFile.Line one, DayFile.Line other) {
        var kind = DayKind.of(one.day());
        if (kind != DayKind.of(other.day())) {
            refuse(other, "%s is %s on line %d".formatted(other.day().date(), kind, one.number()));
            return one;
        }
        var name = one.day().name().equals(other.day().name())
                ? one.day().name()
                : one.day().name() + "; " + other.day().name();
        if (name.length() > Day.LONGEST_NAME) {
            refuse(
                    other,
                    "%s has a name on line %d already".formatted(other.day().date(), one.number()));
            return one;
        }
        var estimated = one.day().estimated() && other.day().estimated();
        return new DayFile.Line(one.number(), kind.day(one.day().date(), name, estimated));
    }

    private void take(DayFile.Line line) {
        var day = line.day();
        var present = days.get(day.date());
        var kind = DayKind.of(day);
        var isWeekend = before.weekend().contains(day.date().getDayOfWeek().getValue());
        if (present != null && kind != DayKind.of(present)) {
            refuse(line, "%s is %s in the draft".formatted(day.date(), DayKind.of(present)));
        } else if (kind == DayKind.WORKING && !isWeekend) {
            refuse(line, "%s does not fall on the weekend: it is open anyway".formatted(day.date()));
        } else {
            days.put(day.date(), day);
            var effect = present == null ? Effect.ADDED : present.equals(day) ? Effect.UNCHANGED : Effect.REPLACED;
            taken.add(new Taken(line.number(), kind, day.date(), day.name(), day.estimated(), effect));
        }
    }

    private void refuse(DayFile.Line line, String why) {
        refused.add(new Violation("line " + line.number(), why));
    }

    private <T extends Day> List<T> of(Class<T> kind) {
        return days.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Taken> taken() {
        return taken;
    }
}
