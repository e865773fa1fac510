package org.moutracker.notifications.organization;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which organization is which by now: a duplicate is the one that it was merged into; one that was succeeded is followed
 * by its successor from a day on. What is told in a circle, as news in a wrong order can, ends where it began.
 */
public final class Lineage {

    private final Map<UUID, Organization> known;

    private Lineage(Map<UUID, Organization> known) {
        this.known = known;
    }

    static Lineage of(List<Organization> organizations) {
        return new Lineage(organizations.stream().collect(toMap(Organization::id, organization -> organization)));
    }

    /** The one that an id means. */
    public UUID root(UUID id) {
        var seen = new HashSet<UUID>();
        var root = id;
        while (seen.add(root)) {
            var organization = known.get(root);
            var into = organization == null ? null : organization.mergedInto();
            if (into == null) {
                return root;
            }
            root = into;
        }
        return root;
    }

    /** Whoever stands in its place on a day, then those in whose place that one stands, up to itself. */
    public List<UUID> line(UUID id, LocalDate day) {
        var line = new LinkedHashSet<UUID>();
        var place = root(id);
        while (line.add(place)) {
            var organization = known.get(place);
            var next = organization == null ? null : organization.succession();
            if (next == null || next.on().isAfter(day)) {
                break;
            }
            place = root(next.by());
        }
        return new ArrayList<>(line).reversed();
    }

    /** One that is meant by its id, and all its duplicates. */
    public Set<UUID> withDuplicates(UUID root) {
        var all = new HashSet<>(Set.of(root));
        known.keySet().stream().filter(id -> root(id).equals(root)).forEach(all::add);
        return all;
    }
}
