package org.moutracker.workinggroups.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an agreement, or a part of it, was suspended.
 *
 * @param until the day on which it counted again; null while it is suspended
 * @param areas the part; empty for the whole
 */
public record Suspension(LocalDate since, @Nullable LocalDate until, List<String> areas) {

    public Suspension {
        Objects.requireNonNull(since, "a suspension has a first day");
        areas = areas == null ? List.of() : List.copyOf(areas);
    }

    /** Whether it suspends what belongs to these areas, all of which must be suspended. */
    public boolean concerns(List<String> of) {
        return areas.isEmpty() || (!of.isEmpty() && areas.containsAll(of));
    }

    /** The times in which each of several, whose suspensions these are, was suspended as a whole. */
    public static List<Suspension> common(List<List<Suspension>> ofEach) {
        return ofEach.stream()
                .reduce((some, others) -> some.stream()
                        .flatMap(one -> others.stream().flatMap(other -> one.with(other).stream()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Suspension> with(Suspension other) {
        var begin = since.isAfter(other.since) ? since : other.since;
        var end = until == null || (other.until != null && other.until.isBefore(until)) ? other.until : until;
        return end == null || begin.isBefore(end)
                ? Optional.of(new Suspension(begin, end, List.of()))
                : Optional.empty();
    }
}
