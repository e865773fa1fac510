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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moutracker.platform.messaging.Outbox;
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
    private final InstantSource clock;

    StartingCalendars(CalendarRepository calendars, Outbox outbox, InstantSource clock) {
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    // Before events are consumed: the first commitment heard must find its calendars.
    @Transactional
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        var now = clock.instant();
        var revisions = read().stream()
                .map(calendar -> new Revision(calendar, now, "system", "known to a new installation"))
                .toList();
        outbox.publish(calendars.add(revisions).stream()
                .map(CalendarState::of)
                .map(CalendarPublished::new)
                .toList());
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
        return files.entrySet().stream()
                .map(file -> file.getValue().content().sorted().as(file.getKey(), 1))
                .toList();
    }

    /** What the file says of one authority. */
    private static final class Lines {

        private static final String ESTIMATED = " (estimated)";

        private final Map<String, String> sayings = new HashMap<>();
        private final List<ClosedDay> closed = new ArrayList<>();
        private final List<WorkingDay> workingDays = new ArrayList<>();

        void add(String[] fields) {
            var value = fields[2];
            switch (fields[1]) {
                case "AUTHORITY", "WEEKEND", "CONFIRMED", "SOURCE", "NOTE" -> sayings.put(fields[1], value);
                case "CLOSED" ->
                    closed.add(new ClosedDay(LocalDate.parse(value), name(fields[3]), fields[3].contains(ESTIMATED)));
                case "OPEN" ->
                    workingDays.add(
                            new WorkingDay(LocalDate.parse(value), name(fields[3]), fields[3].contains(ESTIMATED)));
                default -> throw new IllegalStateException("a line of " + FILE + " cannot be read: " + fields[1]);
            }
        }

        private static String name(String marked) {
            return marked.replace(ESTIMATED, "");
        }

        CalendarContent content() {
            return new CalendarContent(
                    said("AUTHORITY"),
                    Arrays.stream(said("WEEKEND").split(",", -1))
                            .map(Integer::valueOf)
                            .toList(),
                    closed,
                    workingDays,
                    List.of(),
                    LocalDate.parse(said("CONFIRMED")),
                    new CalendarSource(said("SOURCE"), null, null),
                    said("NOTE"));
        }

        private String said(String what) {
            return Objects.requireNonNull(sayings.get(what), what);
        }
    }
}
