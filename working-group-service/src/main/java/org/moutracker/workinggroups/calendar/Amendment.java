package org.moutracker.workinggroups.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a revision of a calendar differs from an earlier one, as days and as sentences.
 *
 * @param revision which revision it is, since when and from which source, as a sentence begins
 * @param changes in the order of their days
 */
public record Amendment(String revision, List<Change> changes) {

    // A cause is read in a mail: the days that matter most are the first.
    private static final int TOLD = 3;

    /**
     * One difference.
     *
     * @param from the first day of which something else is said; null from the beginning of time
     * @param to the last such day; null until the end of time
     * @param isCounted whether a date can depend on it
     * @param sentence what is said now
     */
    public record Change(@Nullable LocalDate from, @Nullable LocalDate to, boolean isCounted, String sentence) {

        private String range() {
            return "[" + Objects.toString(from, "") + "," + Objects.toString(to, "") + "]";
        }

        private boolean touches(@Nullable LocalDate first, @Nullable LocalDate last) {
            var isBefore = to != null && first != null && to.isBefore(first);
            var isAfter = from != null && last != null && from.isAfter(last);
            return isCounted && !isBefore && !isAfter;
        }
    }

    public Amendment {
        changes = changes.stream()
                .sorted(Comparator.comparing(Change::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /** Why a deadline is another, of which these days were counted; null when any change may be the reason. */
    public String cause(@Nullable LocalDate first, @Nullable LocalDate last) {
        var relevant = changes.stream()
                .filter(change -> change.touches(first, last))
                .map(Change::sentence)
                .toList();
        var told = String.join("; ", relevant.subList(0, Math.min(TOLD, relevant.size())));
        var more = relevant.size() > TOLD ? "; and %d changes more".formatted(relevant.size() - TOLD) : "";
        return told.isEmpty() ? revision : revision + ": " + told + more;
    }

    /** Every changed day, as a {@code datemultirange} of PostgreSQL. */
    public String days() {
        var ranges = new StringBuilder("{");
        changes.stream().filter(Change::isCounted).forEach(change -> ranges.append(ranges.length() > 1 ? "," : "")
                .append(change.range()));
        return ranges.append('}').toString();
    }

    public List<String> sentences() {
        return changes.stream().map(Change::sentence).toList();
    }
}
