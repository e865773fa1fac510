package org.moutracker.workinggroups.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.timerules.Calendars;
import org.moutracker.timerules.Rule;
import org.moutracker.timerules.WorkingCalendar;

/** Deadlines in the state that a test begins with. */
final class DeadlineFixture {

    static final Instant SIGNED = Instant.parse("2025-09-17T07:00:00Z");
    static final Instant LATER = Instant.parse("2025-10-10T07:00:00Z");
    static final Map<String, String> KNOWN = Map.of("STATEMENT_MADE", "2025-09-17");
    static final Calendars CALENDARS = Calendars.of(List.of(
            weekend("PK", DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), weekend("PS", DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)));

    private DeadlineFixture() {}

    private static WorkingCalendar weekend(String authority, DayOfWeek... days) {
        return new WorkingCalendar(authority, Set.of(days), Map.of(), Set.of(), Set.of(), null, 1);
    }

    static Deadline deadline(Map<String, String> facts) {
        return deadline(commissioned(facts));
    }

    static Deadline deadline(Commissioned by) {
        var deadline = new Deadline(by, by.occurrence(), CALENDARS, SIGNED);
        deadline.stored = true;
        return deadline;
    }

    static Commissioned commissioned(Map<String, String> facts) {
        return commissioned(
                facts,
                Map.of(
                        "anchor", Map.of("event", "STATEMENT_MADE"),
                        "steps", List.of(Map.of("kind", "WITHIN", "period", "P30D")),
                        "calendars", Map.of("mode", "ALL_OPEN", "authorities", List.of("PK", "PS")),
                        "clock", Map.of("mode", "LATEST", "zones", List.of("Asia/Karachi", "Asia/Hebron"))));
    }

    static Commissioned commissioned(Map<String, String> facts, Map<String, Object> rule) {
        return commissioned(DeadlineKind.ESTABLISHMENT, facts, rule, null, List.of());
    }

    static Commissioned commissioned(
            DeadlineKind kind,
            Map<String, String> facts,
            Map<String, Object> rule,
            @Nullable Recurrence recurrence,
            List<Suspension> suspensions) {
        return new Commissioned(
                "commitments/01995778-5a00-7000-8000-00000000c001",
                kind,
                "Establish it",
                UUID.fromString("01995778-5a00-7000-8000-00000000a001"),
                null,
                UUID.fromString("01995778-5a00-7000-8000-00000000c001"),
                0,
                Rule.parse(rule),
                recurrence,
                facts,
                suspensions,
                Standing.open(),
                new Origin("C-01", "OFFICIAL_STATEMENT", null),
                List.of(new Responsible("PK"), new Responsible("PS")));
    }
}
