package org.moutracker.agreements.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationChanged;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationMerged;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationSeparated;
import org.moutracker.agreements.organization.OrganizationEvent.OrganizationSucceeded;
import org.moutracker.platform.http.Versions;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** What becomes of organizations, together with their names, their history and all that is copied from them. */
@ApplicationScoped
@Transactional(MANDATORY)
class RecordOrganization {

    private final KnownOrganizations known;
    private final Organizations organizations;
    private final OrganizationNames names;
    private final OrganizationHistory history;
    private final Outbox outbox;
    private final Event<OrganizationsMerging> merging;
    private final Event<OrganizationsChanged> changed;

    RecordOrganization(
            KnownOrganizations known,
            Organizations organizations,
            OrganizationNames names,
            OrganizationHistory history,
            Outbox outbox,
            Event<OrganizationsMerging> merging,
            Event<OrganizationsChanged> changed) {
        this.known = known;
        this.organizations = organizations;
        this.names = names;
        this.history = history;
        this.outbox = outbox;
        this.merging = merging;
        this.changed = changed;
    }

    KnownOrganization register(NewOrganizationForm form) {
        organizations.same(form.described()).ifPresent(same -> {
            throw new RuleViolated(
                    "organization %s has this name, country, kind, zone and calendar already".formatted(same));
        });
        var id = organizations
                .resolve(List.of(form.described()))
                .getFirst()
                .orElseThrow()
                .id();
        var organization = known.lock(id);
        organization.change(new OrganizationChange(form.name(), form.variants(), form.zone(), form.calendar()));
        keep(organization, OrganizationStep.REGISTERED, null, null);
        return organization;
    }

    KnownOrganization change(KnownOrganization organization, OrganizationChange change) {
        var before = OrganizationView.of(organization);
        organizations
                .described(new OrganizationForm(
                        null, change.name(), organization.kind, organization.country, change.zone(), change.calendar()))
                .filter(same -> !same.equals(organization.id))
                .ifPresent(same -> {
                    throw new RuleViolated(
                            "organization %s has this name, country, kind, zone and calendar already: ".formatted(same)
                                    + "if they are the same, merge this one into it");
                });
        organization.change(change);
        keep(organization, OrganizationStep.CHANGED, before, null);
        outbox.publish(new OrganizationChanged(organization.state()));
        tell(organization.id);
        return organization;
    }

    KnownOrganization merge(UUID id, @Nullable String ifMatch, MergerForm form) {
        if (form.into().equals(id)) {
            throw new InvalidRequest("into", "must be another organization");
        }
        known.lockLineage();
        var pair = lock(id, "into", form.into());
        Versions.allow(ifMatch, pair.first().version);
        var before = OrganizationView.of(pair.first());
        var relatives = organizations.relatives(List.of(id, form.into()));
        pair.first().mergeInto(pair.second(), relatives.lineage());
        merging.fire(new OrganizationsMerging(
                relatives.withDuplicates(List.of(id)), relatives.withDuplicates(List.of(form.into()))));
        keep(pair.second(), OrganizationStep.CHANGED, null, form.reason());
        keep(pair.first(), OrganizationStep.MERGED, before, form.reason());
        outbox.publish(List.of(
                new OrganizationMerged(pair.first().state()),
                new OrganizationChanged(pair.second().state())));
        tell(id);
        return pair.first();
    }

    KnownOrganization separate(UUID id, @Nullable String ifMatch, String reason) {
        known.lockLineage();
        requireKnown(id);
        var into =
                known.mergedInto(id).orElseThrow(() -> new RuleViolated("it is not merged into another organization"));
        var pair = lock(id, "into", into);
        Versions.allow(ifMatch, pair.first().version);
        var before = OrganizationView.of(pair.first());
        pair.first().separateFrom(pair.second());
        keep(pair.second(), OrganizationStep.CHANGED, null, reason);
        keep(pair.first(), OrganizationStep.SEPARATED, before, reason);
        outbox.publish(List.of(
                new OrganizationSeparated(pair.first().state()),
                new OrganizationChanged(pair.second().state())));
        tell(id);
        tell(into);
        return pair.first();
    }

    KnownOrganization succeed(UUID id, @Nullable String ifMatch, SuccessionForm form) {
        if (form.by().equals(id)) {
            throw new InvalidRequest("by", "must be another organization");
        }
        known.lockLineage();
        var pair = lock(id, "by", form.by());
        Versions.allow(ifMatch, pair.first().version);
        var before = OrganizationView.of(pair.first());
        pair.second().requireItself();
        pair.first()
                .succeed(
                        form.succession(),
                        organizations.relatives(List.of(id, form.by())).lineage());
        keep(pair.first(), OrganizationStep.SUCCEEDED, before, form.reason());
        outbox.publish(new OrganizationSucceeded(pair.first().state()));
        return pair.first();
    }

    KnownOrganization takeSuccessionBack(UUID id, @Nullable String ifMatch, String reason) {
        known.lockLineage();
        var organization = known.lock(id);
        Versions.allow(ifMatch, organization.version);
        var before = OrganizationView.of(organization);
        organization.takeSuccessionBack();
        keep(organization, OrganizationStep.SUCCESSION_TAKEN_BACK, before, reason);
        outbox.publish(new OrganizationSucceeded(organization.state()));
        return organization;
    }

    /** Two that are locked. */
    private record Pair(KnownOrganization first, KnownOrganization second) {}

    /** In one order for all, so that two mergers cannot lock each other out. */
    private Pair lock(UUID first, String field, UUID second) {
        requireKnown(first);
        if (!known.isKnown(second)) {
            throw new InvalidRequest(field, "is not known");
        }
        var isFirst = first.compareTo(second) < 0;
        var one = known.lock(isFirst ? first : second);
        var other = known.lock(isFirst ? second : first);
        return isFirst ? new Pair(one, other) : new Pair(other, one);
    }

    private void requireKnown(UUID id) {
        if (!known.isKnown(id)) {
            throw new NotFound("organization");
        }
    }

    private void keep(
            KnownOrganization organization,
            OrganizationStep what,
            @Nullable OrganizationView before,
            @Nullable String reason) {
        known.write();
        names.keep(Map.of(organization.id, organization.names().toList()));
        history.keep(what, before, OrganizationView.of(organization), reason);
    }

    private void tell(UUID id) {
        changed.fire(new OrganizationsChanged(organizations.withDuplicates(Set.of(id))));
    }
}
