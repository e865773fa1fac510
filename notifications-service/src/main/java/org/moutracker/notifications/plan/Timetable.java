package org.moutracker.notifications.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.deadline.Deadline.Due;
import org.moutracker.timerules.WorkingCalendar;

/** When the steps of a ladder reach one reader: at nine in his morning, on days when he works. */
record Timetable(List<Firing> firings) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    // Beyond any run of closed days there is; a calendar that is closed for longer is no calendar.
    private static final int LONGEST_SEARCH = 60;

    /** A step, and when it comes. */
    record Firing(Step step, Instant at) {}

    Timetable {
        firings = List.copyOf(firings);
    }

    /** Works out a reader's days. Of two steps that fall on one day the later one stands for both. */
    static Timetable of(Ladder ladder, Due due, ZoneId zone, @Nullable WorkingCalendar calendar) {
        var days = new TreeMap<LocalDate, Step>();
        for (var step : ladder.steps()) {
            days.put(day(step, due, zone, calendar), step);
        }
        var firings = new ArrayList<Firing>();
        days.forEach((day, step) -> firings.add(new Firing(step, morning(day, zone))));
        return new Timetable(firings);
    }

    private static LocalDate day(Step step, Due due, ZoneId zone, @Nullable WorkingCalendar calendar) {
        var nominal = due.lastDay().plusDays(step.offset());
        UnaryOperator<LocalDate> further = step.isReminder() ? day -> day.minusDays(1) : day -> day.plusDays(1);
        var truthful = nominal;
        // Far from the deadline's clock, nine o'clock can be past the end already, or not yet.
        while (morning(truthful, zone).isBefore(due.at()) != step.isReminder()) {
            truthful = further.apply(truthful);
        }
        var day = truthful;
        for (var i = 0; calendar != null && !calendar.isOpen(day); i++) {
            if (i == LONGEST_SEARCH) {
                return truthful;
            }
            day = further.apply(day);
        }
        return day;
    }

    private static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    /** Without the steps that are not for the reader. */
    Timetable of(Collection<Step> steps) {
        return new Timetable(
                firings.stream().filter(firing -> steps.contains(firing.step())).toList());
    }

    /** Without the steps that come at an instant of which nobody is told. */
    Timetable unless(Predicate<Instant> silent) {
        return new Timetable(
                firings.stream().filter(firing -> !silent.test(firing.at())).toList());
    }

    /** What has come by now. */
    List<Firing> until(Instant now) {
        return firings.stream().filter(firing -> !firing.at().isAfter(now)).toList();
    }

    /** What has not come by now. */
    List<Firing> after(Instant now) {
        return firings.stream().filter(firing -> firing.at().isAfter(now)).toList();
    }

    /** Whether it is the last step that comes before the last day, which may be followed by one on that day. */
    boolean isLastBefore(Step step) {
        return step.offset() < 0
                && firings.stream()
                        .map(Firing::step)
                        .noneMatch(other -> other.offset() < 0 && other.compareTo(step) > 0);
    }

    /** Whether it is the last reminder there is: the next step says that it is too late. */
    boolean isLastReminder(Step step) {
        return step.isReminder()
                && firings.stream()
                        .map(Firing::step)
                        .noneMatch(other -> other.isReminder() && other.compareTo(step) > 0);
    }
}
