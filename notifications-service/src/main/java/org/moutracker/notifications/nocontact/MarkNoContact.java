package org.moutracker.notifications.nocontact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.moutracker.notifications.agreement.Agreement.Party;
import org.moutracker.notifications.agreement.Agreements;
import org.moutracker.notifications.nocontact.NoContactView.What;
import org.moutracker.platform.access.Caller;
import org.moutracker.platform.messaging.Ids;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;

/** Marks who must not be told anything, and lifts it; the plans that it concerns are worked out anew. */
@ApplicationScoped
class MarkNoContact {

    private final NoContacts marks;
    private final NoContactHistory history;
    private final Agreements agreements;
    private final Event<NoContactChanged> changed;
    private final InstantSource clock;
    private final Caller caller;

    MarkNoContact(
            NoContacts marks,
            NoContactHistory history,
            Agreements agreements,
            Event<NoContactChanged> changed,
            InstantSource clock,
            Caller caller) {
        this.marks = marks;
        this.history = history;
        this.agreements = agreements;
        this.changed = changed;
        this.clock = clock;
        this.caller = caller;
    }

    Mark mark(NoContactForm form) {
        form.requireOneScope();
        requireKnown(form);
        var mark =
                new Mark(Ids.next(), form.agreementId(), form.side(), form.organizationId(), clock.instant(), null, 1);
        if (!marks.add(mark)) {
            throw new RuleViolated(
                    mark.side() == null
                            ? "the organization is marked already"
                            : "side %s of this agreement is marked already".formatted(mark.side()));
        }
        history.add(mark.id(), mark.since(), What.MARKED, caller.name(), form.reason());
        tell(mark);
        return mark;
    }

    Mark lift(Mark mark, String reason) {
        if (!mark.stands()) {
            throw new RuleViolated("it was lifted at %s already".formatted(mark.liftedAt()));
        }
        var now = clock.instant();
        var lifted = new Mark(
                mark.id(),
                mark.agreementId(),
                mark.side(),
                mark.organizationId(),
                mark.since(),
                now,
                mark.version() + 1);
        marks.keep(lifted);
        history.add(mark.id(), now, What.LIFTED, caller.name(), reason);
        tell(lifted);
        return lifted;
    }

    private void tell(Mark mark) {
        changed.fire(new NoContactChanged(mark.agreementId(), mark.organizationId()));
    }

    /** What nobody has heard of is a slip of the pen: whoever marks it would believe that it holds. */
    private void requireKnown(NoContactForm form) {
        var organization = form.organizationId();
        if (organization != null && !agreements.isBehindAParty(organization)) {
            throw new InvalidRequest("organizationId", "is behind no party of an agreement that is known here");
        }
        var agreement = form.agreementId();
        if (agreement != null) {
            requireSide(agreement, String.valueOf(form.side()));
        }
    }

    private void requireSide(UUID id, String side) {
        var agreement = agreements.find(List.of(id)).get(id);
        if (agreement == null) {
            throw new InvalidRequest("agreementId", "is not an agreement that is known here");
        }
        if (agreement.on(side).isEmpty()) {
            throw new InvalidRequest(
                    "side",
                    "must be one of "
                            + agreement.parties().stream()
                                    .map(Party::standsOn)
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
