package org.moutracker.workinggroups.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
}
