package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/**
 * What touches an agreement together with its organizations, its ledger and its commitments: registering it, redrafting
 * it, recording signatures and other legal events. All in the caller's transaction.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class RecordAgreement {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final Outbox outbox;
    private final InstantSource clock;
    private final SecurityIdentity caller;

    RecordAgreement(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            Outbox outbox,
            InstantSource clock,
            SecurityIdentity caller) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
    }

    AgreementView register(AgreementForm form) {
        form.check();
        if (agreements.isTaken(form.reference())) {
            throw new RuleViolated("the reference %s is taken".formatted(form.reference()));
        }
        var known = organizations(form);
        var recording = recording();
        var agreement = new Agreement(form, known, recording.at());
        var ledger = new ArrayList<LegalEvent>();
        form.signatures().forEach(signature -> ledger.add(agreement.sign(signature, recording)));
        form.legalEvents().forEach(event -> ledger.add(line(agreement, event, recording)));
        var promised = promise(agreement, form.commitments());
        settle(agreement, ledger, known, promised, recording);
        agreements.persist(agreement);
        ledgers.persist(ledger);
        commitments.persist(promised);
        return view(agreement, known, promised);
    }

    AgreementView redraft(Agreement agreement, AgreementForm form) {
        form.check();
        if (!form.signatures().equals(agreement.signatures)) {
            throw new RuleViolated("a signature is recorded by itself, below /signatures, and then stays");
        }
        if (!form.reference().equals(agreement.reference) && agreements.isTaken(form.reference())) {
            throw new RuleViolated("the reference %s is taken".formatted(form.reference()));
        }
        var known = organizations(form);
        var recording = recording();
        var ledger = ledgers.of(agreement.id);
        commitments.delete("agreementId", agreement.id);
        agreement.redraft(form, known, recording.at());
        var promised = promise(agreement, form.commitments());
        settle(agreement, ledger, known, promised, recording);
        commitments.persist(promised);
        return view(agreement, known, promised);
    }

    AgreementView sign(Agreement agreement, Signature signature) {
        if (!agreement.codes().contains(signature.party())) {
            throw new InvalidRequest("party", "is not the code of a party of this agreement");
        }
        var recording = recording();
        return enter(agreement, () -> agreement.sign(signature, recording), recording);
    }

    AgreementView enter(Agreement agreement, LegalEventForm event) {
        var violations = event.violations("", agreement.codes());
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        var recording = recording();
        return enter(agreement, () -> line(agreement, event, recording), recording);
    }

    /** Everything is read before anything is changed, so that the change is one version. */
    private AgreementView enter(Agreement agreement, Supplier<LegalEvent> happening, LegalEvent.Recording recording) {
        var ledger = new ArrayList<>(ledgers.of(agreement.id));
        var known = organizations(agreement);
        var promised = commitments.of(agreement.id);
        var line = happening.get();
        ledger.add(line);
        settle(agreement, ledger, known, promised, recording);
        ledgers.persist(line);
        return view(agreement, known, promised);
    }

    private void settle(
            Agreement agreement,
            List<LegalEvent> ledger,
            List<Organization> known,
            List<Commitment> promised,
            LegalEvent.Recording recording) {
        var settlement = agreement.settle(ledger, known, recording);
        settlement.line().ifPresent(ledgers::persist);
        var events = new ArrayList<Event>(settlement.events());
        if (settlement.becameBinding()) {
            promised.forEach(commitment -> events.add(commitment.open()));
        }
        outbox.publish(events);
    }

    private static List<Commitment> promise(Agreement agreement, List<CommitmentForm> forms) {
        return forms.stream().map(form -> new Commitment(agreement.id, form)).toList();
    }

    private static LegalEvent line(Agreement agreement, LegalEventForm event, LegalEvent.Recording recording) {
        return new LegalEvent(
                agreement.id,
                event.type(),
                event.party(),
                event.occurredOn(),
                event.effectiveOn(),
                event.note(),
                recording);
    }

    private LegalEvent.Recording recording() {
        return new LegalEvent.Recording(clock.instant(), caller.getPrincipal().getName());
    }

    private List<Organization> organizations(AgreementForm form) {
        var found = organizations.resolve(
                form.parties().stream().map(PartyForm::organization).toList());
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < found.size(); i++) {
            if (found.get(i).isEmpty()) {
                violations.add(new Violation("parties[" + i + "].organization.id", "is not known"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return found.stream().map(Optional::orElseThrow).toList();
    }

    Instant now() {
        return clock.instant();
    }

    @Transactional(SUPPORTS)
    List<Organization> organizations(Agreement agreement) {
        return List.copyOf(organizations
                .find(agreement.parties.stream().map(Party::organizationId).toList())
                .values());
    }

    private AgreementView view(Agreement agreement, List<Organization> known, List<Commitment> promised) {
        agreements.flush();
        return AgreementView.of(
                agreement, known, promised.stream().map(Commitment::state).toList());
    }
}
