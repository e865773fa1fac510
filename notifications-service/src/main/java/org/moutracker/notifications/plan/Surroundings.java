package org.moutracker.notifications.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.moutracker.notifications.agreement.Agreement;
import org.moutracker.notifications.agreement.Agreement.Party;
import org.moutracker.notifications.contactpoint.ContactPoint;
import org.moutracker.notifications.contactpoint.ContactPoints;
import org.moutracker.notifications.nocontact.Mark;
import org.moutracker.notifications.nocontact.NoContacts;
import org.moutracker.notifications.organization.Lineage;
import org.moutracker.notifications.organization.Organizations;
import org.moutracker.notifications.responsibility.Officer;
import org.moutracker.notifications.responsibility.Responsibilities;

/** Finds, for many agreements at once, who answers where a group does not, and who must not be told anything. */
@ApplicationScoped
class Surroundings {

    // Where a day begins last on earth: nobody is left out whose last day is not over somewhere.
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private final Organizations organizations;
    private final ContactPoints contactPoints;
    private final Responsibilities responsibilities;
    private final NoContacts noContacts;
    private final InstantSource clock;
    private final Optional<String> ownCountry;

    Surroundings(
            Organizations organizations,
            ContactPoints contactPoints,
            Responsibilities responsibilities,
            NoContacts noContacts,
            InstantSource clock,
            @ConfigProperty(name = "mou.own-country") Optional<String> ownCountry) {
        this.organizations = organizations;
        this.contactPoints = contactPoints;
        this.responsibilities = responsibilities;
        this.noContacts = noContacts;
        this.clock = clock;
        this.ownCountry = ownCountry;
    }

    /** What was found, by the ids of agreements. */
    final class Found {
        private final LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        private final Map<UUID, List<Officer>> officers;
        private final Lineage lineage;
        private final Map<UUID, List<ContactPoint>> points;
        private final List<Mark> marks;

        private Found(Collection<Agreement> agreements) {
            var ids = agreements.stream().map(Agreement::id).collect(toSet());
            var behind = agreements.stream()
                    .flatMap(agreement -> agreement.organizations().stream())
                    .collect(toSet());
            var today = LocalDate.ofInstant(clock.instant(), LAST);
            officers = responsibilities.of(ids, today);
            lineage = organizations.lineage(behind);
            var all = behind.stream()
                    .flatMap(id -> lineage.line(id, day).stream())
                    .flatMap(id -> lineage.withDuplicates(id).stream())
                    .collect(toSet());
            points = contactPoints.of(all, today).stream().collect(groupingBy(ContactPoint::organizationId));
            all.addAll(behind);
            marks = noContacts.standing(ids, all);
        }

        /** Everybody who may have to be told. */
        Stream<UUID> people() {
            return Stream.concat(
                    officers.values().stream().flatMap(List::stream).map(Officer::personId),
                    points.values().stream().flatMap(List::stream).map(ContactPoint::personId));
        }

        Standby standby(@Nullable Agreement agreement) {
            if (agreement == null) {
                return Standby.NOBODY;
            }
            var own = agreement.parties().stream()
                    .filter(party ->
                            party.country().isPresent() && party.country().equals(ownCountry))
                    .map(Party::standsOn)
                    .findFirst();
            return new Standby(
                    own.orElse(null),
                    officers.getOrDefault(agreement.id(), List.of()),
                    agreement.parties().stream().collect(toMap(Party::code, this::contactPoints, (one, other) -> one)));
        }

        /** Those of the organization that stands there now; of the one before it as long as it has none. */
        private List<ContactPoint> contactPoints(Party party) {
            return line(party)
                    .map(id -> lineage.withDuplicates(id).stream()
                            .flatMap(one -> points.getOrDefault(one, List.of()).stream())
                            .toList())
                    .filter(there -> !there.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }

        private Stream<UUID> line(Party party) {
            return party.organizationId().stream().flatMap(id -> lineage.line(id, day).stream());
        }

        Silenced silenced(@Nullable Agreement agreement) {
            if (agreement == null || marks.isEmpty()) {
                return Silenced.NOBODY;
            }
            var sides = new HashMap<String, Instant>();
            var parties = new HashMap<String, Instant>();
            for (var mark : marks) {
                var organization = mark.organizationId();
                if (mark.side() != null && agreement.id().equals(mark.agreementId())) {
                    sides.put(mark.side(), mark.since());
                } else if (organization != null) {
                    agreement.parties().stream()
                            .filter(party -> line(party).anyMatch(lineage.root(organization)::equals))
                            .forEach(party -> parties.put(party.code(), mark.since()));
                }
            }
            return new Silenced(sides, parties);
        }
    }

    Found of(Collection<Agreement> agreements) {
        return new Found(Set.copyOf(agreements));
    }
}
