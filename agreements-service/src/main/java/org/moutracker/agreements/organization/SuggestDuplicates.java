package org.moutracker.agreements.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds what looks like an organization and is none of those that it became or was. It joins nothing by itself. */
@ApplicationScoped
class SuggestDuplicates {

    private static final int MOST = 20;

    private final Organizations organizations;
    private final OrganizationNames names;

    SuggestDuplicates(Organizations organizations, OrganizationNames names) {
        this.organizations = organizations;
        this.names = names;
    }

    @Transactional(MANDATORY)
    List<DuplicateView> of(KnownOrganization organization) {
        var alike = names.alike(organization.names().toList(), organization.country);
        var found = organizations.find(
                alike.stream().map(OrganizationNames.Alike::organization).toList());
        var seen = new HashSet<UUID>(organizations
                .relatives(List.of(organization.id))
                .organizations()
                .keySet());
        var duplicates = new ArrayList<DuplicateView>();
        for (var one : alike) {
            var root = Objects.requireNonNull(found.get(one.organization())).itself();
            if (seen.add(root.id()) && duplicates.size() < MOST) {
                // Two digits are as much as a person can make of it.
                duplicates.add(new DuplicateView(root, one.name(), Math.round(one.similarity() * 100) / 100.0));
            }
        }
        return duplicates;
    }
}
