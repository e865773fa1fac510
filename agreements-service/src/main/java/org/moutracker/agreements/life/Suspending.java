package org.moutracker.agreements.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is suspended at a time, and what that lets happen next. */
final class Suspending {

    private final List<String> all;
    private final Set<String> areas = new TreeSet<>();
    private final List<SuspensionPeriod> periods = new ArrayList<>();
    private boolean whole;
    private @Nullable LocalDate since;

    Suspending(List<String> all) {
        this.all = all;
    }

    boolean isWhole() {
        return whole;
    }

    @Nullable
    Suspension suspension() {
        return since == null ? null : new Suspension(since, List.copyOf(areas));
    }

    /** The times in which the same was suspended, oldest first; the last has no end while it lasts. */
    List<SuspensionPeriod> periods() {
        return List.copyOf(periods);
    }

    /** What is suspended is another from that day on. */
    private void turn(LocalDate on) {
        if (!periods.isEmpty() && periods.getLast().until() == null) {
            var last = periods.removeLast();
            if (last.since().isBefore(on)) {
                periods.add(last.until(on));
            }
        }
        if (since != null) {
            periods.add(new SuspensionPeriod(on, null, whole ? List.of() : List.copyOf(areas)));
        }
    }

    void suspend(LocalDate on, Collection<String> some) {
        if (whole) {
            throw new Impossible("an agreement that is suspended as a whole cannot be suspended again");
        }
        for (var area : some) {
            if (areas.contains(area)) {
                throw new Impossible("%s is suspended already".formatted(area));
            }
        }
        if (some.isEmpty()) {
            whole = true;
            areas.clear();
            since = on;
        } else {
            areas.addAll(some);
            since = since == null ? on : since;
        }
        turn(on);
    }

    /** Resumes these areas, or all that is suspended when none is named. */
    void resume(LocalDate on, Collection<String> some) {
        if (since == null) {
            throw new Impossible("only what is suspended can be resumed");
        }
        var left = new TreeSet<>(whole ? all : areas);
        for (var area : some) {
            if (!left.remove(area)) {
                throw new Impossible("%s is not suspended, so it cannot be resumed".formatted(area));
            }
        }
        whole = false;
        areas.clear();
        if (some.isEmpty() || left.isEmpty()) {
            since = null;
        } else {
            areas.addAll(left);
        }
        turn(on);
    }
}
