package org.moutracker.agreements.contactpoint;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.person.People;

/** Whom one turns to where organizations have signed: they themselves, or who stands in their place. */
@ApplicationScoped
public class ContactPointsOfParties {

    private final ContactPoints points;
    private final Organizations organizations;
    private final People people;

    ContactPointsOfParties(ContactPoints points, Organizations organizations, People people) {
        this.points = points;
        this.organizations = organizations;
        this.people = people;
    }

    /** The organization that stands there, and its contact points; those of a predecessor as long as it has none. */
    public record There(Organization organization, List<ContactPointView> contactPoints) {}

    /** Finds them on a day, by the organizations that were registered. */
    public Map<UUID, There> on(Collection<UUID> registered, LocalDate day) {
        return registered.stream().distinct().collect(toMap(identity(), id -> on(id, day)));
    }

    private There on(UUID registered, LocalDate day) {
        var line = organizations.line(registered, day);
        for (var organization : line) {
            var there = points.of(organizations.withDuplicates(List.of(organization.id()))).stream()
                    .filter(point -> point.covers(day))
                    .toList();
            if (!there.isEmpty()) {
                var persons =
                        people.find(there.stream().map(point -> point.personId).toList());
                return new There(
                        line.getFirst(),
                        there.stream()
                                .map(point ->
                                        ContactPointView.of(point, Objects.requireNonNull(persons.get(point.personId))))
                                .toList());
            }
        }
        return new There(line.getFirst(), List.of());
    }
}
