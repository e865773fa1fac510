package org.moutracker.timerules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The calendars of the worked cases: a snapshot for tests, one line a day, {@code authority kind date name}. */
final class RecordedCalendars {

    static final Calendars ALL = Calendars.of(read());

    private RecordedCalendars() {}

    static WorkingCalendar of(String authority) {
        return ALL.find(authority).orElseThrow();
    }

    private static List<WorkingCalendar> read() {
        var byAuthority = new HashMap<String, List<String[]>>();
        for (var line : lines("/working-calendars.tsv")) {
            var cells = Pattern.compile("\t").split(line, 4);
            byAuthority
                    .computeIfAbsent(cells[0], authority -> new ArrayList<>())
                    .add(cells);
        }
        return byAuthority.entrySet().stream()
                .map(entry -> calendar(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static WorkingCalendar calendar(String authority, List<String[]> lines) {
        Set<DayOfWeek> weekend = Set.of();
        Map<LocalDate, String> closed = new HashMap<>();
        Set<LocalDate> workingDays = new HashSet<>();
        Set<LocalDate> estimated = new HashSet<>();
        for (var cells : lines) {
            if ("WE".equals(cells[1])) {
                weekend = Pattern.compile(",")
                        .splitAsStream(cells.length > 2 ? cells[2] : "")
                        .filter(number -> !number.isBlank())
                        .map(number -> DayOfWeek.of(Integer.parseInt(number.strip())))
                        .collect(toUnmodifiableSet());
                continue;
            }
            var day = LocalDate.parse(cells[2]);
            var name = cells.length > 3 ? cells[3] : "";
            if ("W".equals(cells[1])) {
                workingDays.add(day);
            } else {
                closed.put(day, name.replace(" (estimated)", ""));
            }
            if (name.contains("~") || name.contains("estimated")) {
                estimated.add(day);
            }
        }
        return new WorkingCalendar(authority, weekend, closed, workingDays, estimated, null, 1);
    }

    static List<String> lines(String resource) {
        var stream = Objects.requireNonNull(RecordedCalendars.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
