package org.moutracker.workinggroups.calendar;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moutracker.workinggroups.calendar.Amendment.Change;

/** Finds what a revision says otherwise than an earlier one. */
final class CompareCalendars {

    private final Calendar before;
    private final Calendar after;
    private final List<Change> changes = new ArrayList<>();

    private CompareCalendars(Calendar before, Calendar after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Compares.
     *
     * @param before null when the authority was not known
     */
    static Amendment compare(@Nullable Calendar before, Revision after) {
        var calendar = after.calendar();
        var source = calendar.source();
        var title = "calendar %s, revision %d of %s (source: %s%s)"
                .formatted(
                        calendar.authority(),
                        calendar.revision(),
                        after.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                        source.title(),
                        source.publishedOn() == null ? "" : ", " + source.publishedOn());
        return new Amendment(
                title,
                before == null
                        ? List.of(new Change(null, null, true, "its working days are known"))
                        : new CompareCalendars(before, calendar).changes());
    }

    private List<Change> changes() {
        weekend();
        days();
        horizon();
        officeHours();
        if (!before.name().equals(after.name())) {
            changes.add(new Change(null, null, false, "it is called " + after.name()));
        }
        return changes;
    }

    private void weekend() {
        if (!new HashSet<>(before.weekend()).equals(new HashSet<>(after.weekend()))) {
            var days = after.weekend().stream()
                    .map(day -> DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(joining(" and "));
            var sentence = days.isEmpty() ? "there is no weekend" : "the weekend is " + days;
            changes.add(new Change(null, null, true, sentence));
        }
    }

    private void days() {
        var earlier = before.byDate();
        var later = after.byDate();
        var all = new TreeSet<>(earlier.keySet());
        all.addAll(later.keySet());
        for (var date : all) {
            var was = earlier.get(date);
            var is = later.get(date);
            if (!Objects.equals(was, is)) {
                changes.add(new Change(date, date, true, date + sentence(date, was, is)));
            }
        }
    }

    private String sentence(LocalDate date, @Nullable Day was, @Nullable Day is) {
        return switch (is) {
            case null -> after.weekend().contains(date.getDayOfWeek().getValue()) ? " is a weekend day" : " is open";
            case ClosedDay closed when was instanceof ClosedDay earlier -> " " + difference(earlier, closed);
            case WorkingDay open when was instanceof WorkingDay earlier -> " " + difference(earlier, open);
            case ClosedDay closed -> " is closed" + described(closed);
            case WorkingDay open -> " is a working day" + described(open);
        };
    }

    private static String difference(Day was, Day is) {
        if (was.estimated() == is.estimated()) {
            return "is called " + is.name();
        }
        var kind = is instanceof ClosedDay ? "closed" : "a working day";
        return is.estimated()
                ? "is only estimated to be %s%s".formatted(kind, named(is))
                : "is confirmed to be %s%s".formatted(kind, named(is));
    }

    private static String named(Day day) {
        return day.name().isEmpty() ? "" : " (" + day.name() + ")";
    }

    private static String described(Day day) {
        if (day.name().isEmpty()) {
            return day.estimated() ? " (only estimated)" : "";
        }
        return " (%s%s)".formatted(day.name(), day.estimated() ? ", only estimated" : "");
    }

    /** Beyond the earlier of the two horizons a date is more or less sure, or is said to be confirmed until another day. */
    private void horizon() {
        var was = before.confirmedUntil();
        var is = after.confirmedUntil();
        if (!was.equals(is)) {
            changes.add(new Change(
                    (is.isAfter(was) ? was : is).plusDays(1),
                    null,
                    true,
                    "it is confirmed until %s, not %s".formatted(is, was)));
        }
    }

    private void officeHours() {
        after.officeHours().stream()
                .filter(hours -> !before.officeHours().contains(hours))
                .forEach(hours -> changes.add(new Change(hours.from(), hours.to(), false, hours.sentence())));
        before.officeHours().stream()
                .filter(hours -> after.officeHours().stream()
                        .noneMatch(other -> other.from().equals(hours.from())))
                .forEach(hours -> changes.add(new Change(
                        hours.from(),
                        hours.to(),
                        false,
                        "office hours from %s to %s are the usual ones".formatted(hours.from(), hours.to()))));
    }
}
