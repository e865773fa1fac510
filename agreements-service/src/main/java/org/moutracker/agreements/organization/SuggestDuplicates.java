package org.moutracker.agreements.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moutracker.agreements.organization.OrganizationNames.Alike;
import org.moutracker.agreements.organization.OrganizationNames.Wanted;

/** Finds what looks like an organization and is none of those that it became or was. It joins nothing by itself. */
@ApplicationScoped
public class SuggestDuplicates {

    private static final int MOST = 20;

    private final Organizations organizations;
    private final OrganizationNames names;

    SuggestDuplicates(Organizations organizations, OrganizationNames names) {
        this.organizations = organizations;
        this.names = names;
    }

    @Transactional(MANDATORY)
    List<DuplicateView> of(KnownOrganization organization) {
        var wanted = new Wanted(
                organization.id, organization.country, organization.names().toList());
        var related = organizations
                .relatives(List.of(organization.id))
                .organizations()
                .keySet();
        return find(List.of(wanted), related).getOrDefault(organization.id, List.of());
    }

    /** Of those that were just added; none of the others that are named together with them is the same as one. */
    @Transactional(MANDATORY)
    public List<LikelyDuplicates> of(Collection<Organization> added, Collection<Organization> together) {
        if (added.isEmpty()) {
            return List.of();
        }
        var wanted = added.stream()
                .map(one -> new Wanted(one.id(), one.country(), List.of(one.name())))
                .toList();
        var others = Stream.concat(added.stream(), together.stream())
                .map(Organization::id)
                .toList();
        var found = find(wanted, Set.copyOf(others));
        return added.stream()
                .filter(one -> found.containsKey(one.id()))
                .map(one -> new LikelyDuplicates(one.id(), one.name(), Objects.requireNonNull(found.get(one.id()))))
                .toList();
    }

    private Map<UUID, List<DuplicateView>> find(List<Wanted> wanted, Set<UUID> except) {
        var alike = names.alike(wanted);
        var found = organizations.find(alike.values().stream()
                .flatMap(List::stream)
                .map(Alike::organization)
                .distinct()
                .toList());
        var duplicates = new HashMap<UUID, List<DuplicateView>>();
        alike.forEach((id, ones) -> {
            var views = views(ones, found, except);
            if (!views.isEmpty()) {
                duplicates.put(id, views);
            }
        });
        return duplicates;
    }

    private static List<DuplicateView> views(List<Alike> alike, Map<UUID, Organization> found, Set<UUID> except) {
        var seen = new HashSet<>(except);
        var views = new ArrayList<DuplicateView>();
        for (var one : alike) {
            var root = Objects.requireNonNull(found.get(one.organization())).itself();
            if (seen.add(root.id()) && views.size() < MOST) {
                // Two digits are as much as a person can make of it.
                views.add(new DuplicateView(root, one.name(), Math.round(one.similarity() * 100) / 100.0));
            }
        }
        return views;
    }
}
