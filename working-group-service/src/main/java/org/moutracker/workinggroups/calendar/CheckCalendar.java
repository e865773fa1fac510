package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.Violation;

/** Refuses content that contradicts itself, or cannot be meant; every field that is wrong is named. */
final class CheckCalendar {

    /** A few feasts a year, for centuries. With their names they fit into a record of Kafka. */
    static final int MOST_DAYS = 3_000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_VIOLATIONS = 100;

    private final CalendarContent content;
    private final List<Violation> violations = new ArrayList<>();

    private CheckCalendar(CalendarContent content) {
        this.content = content;
    }

    /** The content in its order, if nothing is wrong with it. */
    static CalendarContent check(CalendarContent content) {
        new CheckCalendar(content).check();
        return content.sorted();
    }

    private void check() {
        if (new HashSet<>(content.weekend()).size() < content.weekend().size()) {
            refuse("weekend", "must name each day of the week once");
        }
        if (content.closed().size() + content.workingDays().size() > MOST_DAYS) {
            refuse("closed", "must not have more than %d days, with the working days".formatted(MOST_DAYS));
        }
        days("closed", content.closed());
        days("workingDays", content.workingDays());
        contradictions();
        officeHours();
        year("confirmedUntil", content.confirmedUntil());
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations.subList(0, Math.min(MOST_VIOLATIONS, violations.size())));
        }
    }

    private void days(String list, List<? extends Day> days) {
        Map<LocalDate, Integer> first = new HashMap<>();
        for (var i = 0; i < days.size(); i++) {
            var field = "%s[%d].date".formatted(list, i);
            var date = days.get(i).date();
            year(field, date);
            var earlier = first.putIfAbsent(date, i);
            if (earlier != null) {
                refuse(field, "is the same day as %s[%d]".formatted(list, earlier));
            }
        }
    }

    private void contradictions() {
        var closed = new HashSet<LocalDate>();
        content.closed().forEach(day -> closed.add(day.date()));
        for (var i = 0; i < content.workingDays().size(); i++) {
            var field = "workingDays[%d].date".formatted(i);
            var date = content.workingDays().get(i).date();
            if (closed.contains(date)) {
                refuse(field, "must not be a closed day too");
            } else if (!content.weekend().contains(date.getDayOfWeek().getValue())) {
                refuse(field, "must fall on the weekend: on other days it is open anyway");
            }
        }
    }

    private void officeHours() {
        var all = content.officeHours();
        for (var i = 0; i < all.size(); i++) {
            var field = "officeHours[%d]".formatted(i);
            var hours = all.get(i);
            year(field + ".from", hours.from());
            year(field + ".to", hours.to());
            if (hours.to().isBefore(hours.from())) {
                refuse(field + ".to", "must not be before from");
            }
            if (!hours.closes().isAfter(hours.opens())) {
                refuse(field + ".closes", "must be after opens");
            }
            for (var j = 0; j < i; j++) {
                if (hours.overlaps(all.get(j))) {
                    refuse(field + ".from", "overlaps officeHours[%d]".formatted(j));
                }
            }
        }
    }

    private void year(String field, LocalDate date) {
        if (!isPossible(date)) {
            refuse(field, "must lie in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
    }

    static boolean isPossible(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
