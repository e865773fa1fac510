package org.moutracker.timerules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a working calendar as a caller of a preview writes it. */
final class CalendarReader {

    private record NamedDay(LocalDate date, String name) {}

    private CalendarReader() {}

    static WorkingCalendar calendar(Map<String, ?> json) {
        return JsonObject.read(json, CalendarReader::calendar);
    }

    private static WorkingCalendar calendar(JsonObject json) {
        var authority = json.required("authority", JsonValues::text, "…");
        var weekend = json.list("weekend", CalendarReader::dayOfWeek);
        var closed = json.list("closed", CalendarReader::namedDay);
        var workingDays = Set.copyOf(json.list("workingDays", JsonValues::day));
        var estimated = json.list("estimated", JsonValues::day);
        var confirmedUntil = json.optional("confirmedUntil", JsonValues::day);
        var revision = json.optional("revision", JsonValues::whole);
        return new WorkingCalendar(
                authority,
                Set.copyOf(weekend),
                closedDays(closed, workingDays, estimated),
                workingDays,
                Set.copyOf(estimated),
                confirmedUntil,
                revision == null ? 0 : revision);
    }

    /** Estimated days are closed days too, unless they are estimated working days. */
    private static Map<LocalDate, String> closedDays(
            List<NamedDay> closed, Set<LocalDate> workingDays, List<LocalDate> estimated) {
        var days = new HashMap<LocalDate, String>();
        closed.forEach(day -> days.put(day.date(), day.name()));
        estimated.stream().filter(day -> !workingDays.contains(day)).forEach(day -> days.putIfAbsent(day, ""));
        return days;
    }

    private static DayOfWeek dayOfWeek(Object json) {
        var number = JsonValues.whole(json);
        if (number < 1 || number > 7) {
            throw new IllegalArgumentException("must be a day of the week from 1 (Monday) to 7 (Sunday)");
        }
        return DayOfWeek.of(number);
    }

    private static NamedDay namedDay(Object json) {
        if (json instanceof String) {
            return new NamedDay(JsonValues.day(json), "");
        }
        return JsonObject.read(
                json,
                day -> new NamedDay(
                        day.required("date", JsonValues::day, LocalDate.EPOCH),
                        day.required("name", JsonValues::text, "")));
    }
}
