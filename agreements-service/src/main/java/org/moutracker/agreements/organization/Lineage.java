package org.moutracker.agreements.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moutracker.platform.problem.RuleViolated;

/**
 * Which organization is which by now: a duplicate is the one that it was merged into, always; one that was succeeded is
 * followed by its successor from a day on.
 *
 * @param merged into which one, by the id of the duplicate
 * @param succeeded by which one and when, by the id of the predecessor
 */
record Lineage(Map<UUID, UUID> merged, Map<UUID, Succession> succeeded) {

    /** The one that an id means. */
    UUID root(UUID id) {
        var root = id;
        for (var next = merged.get(root); next != null; next = merged.get(root)) {
            root = next;
        }
        return root;
    }

    /** Everybody who stands in its place one after the other, in that order; each by the id that is meant by now. */
    List<Succession> successors(UUID id) {
        var steps = new ArrayList<Succession>();
        var seen = new HashSet<UUID>();
        var place = root(id);
        while (seen.add(place)) {
            var step = succeeded.get(place);
            if (step == null) {
                break;
            }
            place = root(step.by());
            steps.add(new Succession(step.kind(), place, step.on()));
        }
        return steps;
    }

    /** Who stands in its place on a day. */
    UUID standing(UUID id, LocalDate day) {
        return line(id, day).getLast();
    }

    /** The one itself, and those who stood in its place one after the other until a day. */
    List<UUID> line(UUID id, LocalDate day) {
        var line = new ArrayList<>(List.of(root(id)));
        for (var step : successors(id)) {
            if (step.on().isAfter(day)) {
                break;
            }
            line.add(step.by());
        }
        return line;
    }

    /** Refuses to take one for another that follows it or that it follows, or that it is already. */
    void requireMergeable(UUID duplicate, UUID into) {
        if (root(duplicate).equals(root(into))) {
            throw new RuleViolated("the two are merged already");
        }
        if (follows(duplicate, into) || follows(into, duplicate)) {
            throw new RuleViolated("one of them succeeded the other: they are not the same organization");
        }
    }

    /** Refuses a succession that goes in a circle or back in time. */
    void requireSuccession(UUID predecessor, Succession next) {
        if (root(next.by()).equals(root(predecessor)) || follows(next.by(), predecessor)) {
            throw new RuleViolated("the successor was succeeded by this organization itself");
        }
        var after = succeeded.get(root(next.by()));
        if (after != null && !after.on().isAfter(next.on())) {
            throw new RuleViolated("the successor itself was succeeded on %s".formatted(after.on()));
        }
        for (var before : succeeded.values()) {
            if (root(before.by()).equals(root(predecessor)) && !before.on().isBefore(next.on())) {
                throw new RuleViolated(
                        "this organization stands in the place of another only since %s".formatted(before.on()));
            }
        }
    }

    private boolean follows(UUID first, UUID later) {
        return successors(first).stream().anyMatch(step -> step.by().equals(root(later)));
    }
}
