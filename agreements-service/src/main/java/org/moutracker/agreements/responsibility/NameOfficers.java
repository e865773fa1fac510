package org.moutracker.agreements.responsibility;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.KnownAgreements;
import org.moutracker.agreements.person.Contact;
import org.moutracker.agreements.person.People;
import org.moutracker.agreements.responsibility.ResponsibilityEvent.ResponsibilityChanged;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;

/** Names officers and followers of agreements, and ends that. */
@ApplicationScoped
@Transactional(MANDATORY)
class NameOfficers {

    // Where nobody says in which zone an officer works.
    private static final String USUAL_ZONE = "Etc/UTC";

    private final KnownAgreements agreements;
    private final Responsibilities responsibilities;
    private final Officers officers;
    private final People people;
    private final OfficerHistory history;
    private final Register register;
    private final Outbox outbox;

    NameOfficers(
            KnownAgreements agreements,
            Responsibilities responsibilities,
            Officers officers,
            People people,
            OfficerHistory history,
            Register register,
            Outbox outbox) {
        this.agreements = agreements;
        this.responsibilities = responsibilities;
        this.officers = officers;
        this.people = people;
        this.history = history;
        this.register = register;
        this.outbox = outbox;
    }

    Assignment name(UUID agreement, AssignmentForm form) {
        agreements.get(agreement);
        responsibilities.lock(agreement);
        var assignment = new Assignment(agreement, form, register.today(), register.now(), register.name());
        assignment.requireBeside(responsibilities.of(agreement));
        meet(form.subject(), form.person());
        responsibilities.persist(assignment);
        responsibilities.flush();
        history.keep(OfficerStep.NAMED, assignment, null, form.reason());
        tell(agreement);
        return assignment;
    }

    Assignment end(UUID agreement, UUID id, EndForm form) {
        agreements.get(agreement);
        responsibilities.lock(agreement);
        var assignment = responsibilities
                .find("id = ?1 and agreementId = ?2", id, agreement)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("officer of this agreement"));
        var before = assignment.until;
        assignment.end(form.on(), register.today());
        assignment.requireBeside(responsibilities.list("agreementId = ?1 and id <> ?2", agreement, id));
        responsibilities.flush();
        history.keep(OfficerStep.ENDED, assignment, before, form.reason());
        tell(agreement);
        return assignment;
    }

    /** The person behind a subject: found, or added or brought up to date when something is said of it. */
    Officer meet(String subject, @Nullable Contact contact) {
        var known = officers.find(subject);
        if (known.isPresent()) {
            if (contact != null) {
                people.change(known.get().person(), contact);
            }
            return known.get();
        }
        if (contact == null) {
            throw new InvalidRequest("subject", "is not known: say how to reach the person, too");
        }
        return officers.add(subject, people.meet(contact, USUAL_ZONE), register.now(), register.name());
    }

    private void tell(UUID agreement) {
        outbox.publish(responsibilities.states(List.of(agreement), register.today()).stream()
                .map(ResponsibilityChanged::new)
                .toList());
    }
}
