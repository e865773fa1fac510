package org.moutracker.agreements.contactpoint;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.person.People;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.RuleViolated;

/** Names contact points together with the persons that they are, and ends them. */
@ApplicationScoped
@Transactional(MANDATORY)
class NameContactPoints {

    private final ContactPoints points;
    private final Organizations organizations;
    private final People people;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Caller caller;

    NameContactPoints(
            ContactPoints points,
            Organizations organizations,
            People people,
            Outbox outbox,
            InstantSource clock,
            Caller caller) {
        this.points = points;
        this.organizations = organizations;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
    }

    ContactPoint name(UUID id, ContactPointForm form) {
        var organization = organizations.require(id);
        if (organization.registeredAs() != null) {
            throw new RuleViolated("organization %s is merged into %s".formatted(id, organization.id()));
        }
        // The person's row is locked by that: the same person is named one at a time.
        var person = people.meet(form.person(), organization.zone());
        var point = new ContactPoint(id, person, form, today(), clock.instant(), caller.name());
        var named = point.name(points.of(organizations.withDuplicates(List.of(id))));
        points.persistAndFlush(point);
        outbox.publish(named);
        return point;
    }

    ContactPoint end(ContactPoint point, LocalDate last) {
        var ended = point.end(last, today(), clock.instant(), caller.name());
        points.flush();
        outbox.publish(ended);
        return point;
    }

    void erase(ContactPoint point, String because) {
        people.erase(point.personId, because, clock.instant(), caller.name());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
