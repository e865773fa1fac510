package org.moutracker.workinggroups.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.workinggroups.calendar.Calendar.ClosedDay;
import org.moutracker.workinggroups.calendar.CalendarEvent.CalendarPublished;

/**
 * The calendars that a new installation knows. Each is stored as revision 1 and told in the same transaction, by
 * whichever replica comes first and never again; not by a migration, which has neither the outbox nor domain time.
 */
@ApplicationScoped
class StartingCalendars {

    private static final String FILE = "/calendars/starting.tsv";

    private final CalendarRepository calendars;
    private final Outbox outbox;

    StartingCalendars(CalendarRepository calendars, Outbox outbox) {
        this.calendars = calendars;
        this.outbox = outbox;
    }

    // Before events are consumed: the first commitment heard must find its calendars.
    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        outbox.publish(
                calendars.add(read()).stream().map(CalendarPublished::new).toList());
    }

    static List<Calendar> read() {
        var files = new LinkedHashMap<String, Lines>();
        try (var in = Objects.requireNonNull(StartingCalendars.class.getResourceAsStream(FILE), FILE);
                var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(fields -> files.computeIfAbsent(fields[0], authority -> new Lines())
                            .add(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.entrySet().stream().map(StartingCalendars::calendar).toList();
    }

    private static Calendar calendar(Map.Entry<String, Lines> file) {
        var lines = file.getValue();
        return new Calendar(
                file.getKey(), lines.name, 1, lines.weekend, lines.closed, lines.workingDays, lines.confirmedUntil);
    }

    /** What the file says of one authority. */
    private static final class Lines {
        private String name = "";
        private List<Integer> weekend = List.of();
        private final List<ClosedDay> closed = new ArrayList<>();
        private final List<LocalDate> workingDays = new ArrayList<>();
        private LocalDate confirmedUntil = LocalDate.MAX;

        void add(String[] fields) {
            var value = fields[2];
            switch (fields[1]) {
                case "AUTHORITY" -> name = value;
                case "WEEKEND" ->
                    weekend = Arrays.stream(value.split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
                case "CONFIRMED" -> confirmedUntil = LocalDate.parse(value);
                case "CLOSED" ->
                    closed.add(new ClosedDay(LocalDate.parse(value), fields[3], fields[3].contains("estimated")));
                case "OPEN" -> workingDays.add(LocalDate.parse(value));
                default -> throw new IllegalStateException("a line of " + FILE + " cannot be read: " + fields[1]);
            }
        }
    }
}
