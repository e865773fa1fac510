package org.moutracker.agreements.organization;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.moutracker.agreements.organization.Organization.Successor;

/** Organizations that are, became or were each other. */
record Relatives(Map<UUID, Organization> organizations, Lineage lineage) {

    static Relatives of(List<Organizations.Row> rows) {
        var merged = new HashMap<UUID, UUID>();
        var succeeded = new HashMap<UUID, Succession>();
        for (var row : rows) {
            if (row.mergedInto() != null) {
                merged.put(row.organization().id(), row.mergedInto());
            }
            if (row.succession() != null) {
                succeeded.put(row.organization().id(), row.succession());
            }
        }
        return new Relatives(
                rows.stream().map(Organizations.Row::organization).collect(toMap(Organization::id, identity())),
                new Lineage(merged, succeeded));
    }

    /** The one that each of these is by now, by the id that was asked for. */
    Map<UUID, Organization> roots(List<Organizations.Row> asked) {
        return asked.stream().map(row -> row.organization().id()).collect(toMap(id -> id, this::root));
    }

    Organization root(UUID id) {
        var root = lineage.root(id);
        var organization = known(root);
        return new Organization(
                root,
                organization.name(),
                organization.kind(),
                organization.country(),
                organization.zone(),
                organization.calendar(),
                root.equals(id) ? null : id,
                organization.otherNames(),
                lineage.successors(id).stream()
                        .map(step -> new Successor(step, known(step.by())))
                        .toList());
    }

    /** Who stands in the place of one on a day, then its predecessors back to the one itself. */
    List<Organization> line(UUID id, LocalDate day) {
        return lineage.line(id, day).reversed().stream().map(this::known).toList();
    }

    /** These and all their duplicates. */
    Set<UUID> withDuplicates(Collection<UUID> ids) {
        var roots = ids.stream().map(lineage::root).collect(toSet());
        var all = new HashSet<>(ids);
        organizations.keySet().stream()
                .filter(id -> roots.contains(lineage.root(id)))
                .forEach(all::add);
        return all;
    }

    private Organization known(UUID id) {
        return Objects.requireNonNull(organizations.get(id));
    }
}
