package org.moutracker.timerules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, how sure that is, and why.
 *
 * @param lastDay the last day that is still in time, or the day of the event; null when nothing could be computed
 * @param dueAt the first instant that is too late; for an event (ON_DAY, FIRST_OF_MONTH) its first instant
 * @param missing what must be recorded first: an event ({@code SIGNATURE}), its hour ({@code moments.SIGNATURE}) or
 *     another deadline ({@code DEADLINE 01J… MET})
 * @param warnings what a person should look at, as sentences
 * @param calendarRevisions the revision of every calendar that was asked, by authority
 * @param countedDays the days of which a calendar was asked; null when none was
 * @param tzdb the version of the time-zone data ({@code 2026a})
 */
public record Answer(
        Certainty certainty,
        @Nullable LocalDate lastDay,
        @Nullable Instant dueAt,
        List<String> missing,
        List<String> warnings,
        List<Explained> explanation,
        Map<String, Integer> calendarRevisions,
        @Nullable CountedDays countedDays,
        String tzdb) {

    public Answer {
        missing = List.copyOf(missing);
        warnings = List.copyOf(warnings);
        explanation = List.copyOf(explanation);
        calendarRevisions = Collections.unmodifiableMap(new TreeMap<>(calendarRevisions));
    }
}
