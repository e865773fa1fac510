package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.moutracker.platform.problem.InvalidRequest;

/** Reads days from CSV (RFC 4180): a line of column names, of which only {@code date} must be there, then a day a line. */
final class CsvDays {

    private static final Set<String> COLUMNS = Set.of("date", "name", "kind", "estimated");

    private final DayKind usual;
    private final List<String> columns;
    private final DayFile file = new DayFile();

    private CsvDays(DayKind usual, List<String> columns) {
        this.usual = usual;
        this.columns = columns;
    }

    static DayFile read(String text, DayKind usual) {
        var rows = CsvRow.parse(text);
        if (rows.isEmpty()) {
            throw new InvalidRequest("line 1", "must name the columns: date, name, kind, estimated");
        }
        var columns = rows.getFirst().fields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.contains("date")
                || !COLUMNS.containsAll(columns)
                || new HashSet<>(columns).size() < columns.size()) {
            throw new InvalidRequest(
                    "line 1",
                    "must name each column once: date, and perhaps name, kind, estimated; not "
                            + columns.stream()
                                    .filter(name -> !COLUMNS.contains(name))
                                    .collect(Collectors.joining(", ")));
        }
        var days = new CsvDays(usual, columns);
        rows.subList(1, rows.size()).forEach(days::read);
        return days.file;
    }

    private void read(CsvRow row) {
        if (row.fields().size() != columns.size()) {
            file.refuse(
                    row.line(),
                    "must have %d fields, not %d"
                            .formatted(columns.size(), row.fields().size()));
            return;
        }
        var wrong = new ArrayList<String>();
        var date = date(field(row, "date"), wrong);
        var kind = kind(field(row, "kind"), wrong);
        var estimated = estimated(field(row, "estimated"), wrong);
        if (wrong.isEmpty()) {
            file.take(row.line(), kind, date, field(row, "name"), estimated);
        } else {
            wrong.forEach(why -> file.refuse(row.line(), why));
        }
    }

    private String field(CsvRow row, String column) {
        var at = columns.indexOf(column);
        return at < 0 ? "" : row.fields().get(at).strip();
    }

    private static LocalDate date(String text, List<String> wrong) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong.add("date must be a date such as 2027-03-20");
            return LocalDate.EPOCH;
        }
    }

    private DayKind kind(String text, List<String> wrong) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> usual;
            case "CLOSED" -> DayKind.CLOSED;
            case "WORKING" -> DayKind.WORKING;
            default -> {
                wrong.add("kind must be CLOSED or WORKING");
                yield usual;
            }
        };
    }

    private static boolean estimated(String text, List<String> wrong) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> {
                wrong.add("estimated must be true or false");
                yield false;
            }
        };
    }
}
