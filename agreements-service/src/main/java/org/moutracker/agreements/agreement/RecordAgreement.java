package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;
import static java.util.Comparator.comparing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.commitment.CommitmentState;
import org.moutracker.agreements.organization.LikelyDuplicates;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.agreements.organization.SuggestDuplicates;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/**
 * What touches an agreement together with its organizations, its ledger and its commitments: registering it, redrafting
 * it, recording signatures, other legal events and corrections. All in the caller's transaction.
 */
@ApplicationScoped
@Transactional(MANDATORY)
class RecordAgreement {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final SuggestDuplicates duplicates;
    private final CheckLedger check;
    private final SettleAgreement settle;
    private final InstantSource clock;
    private final SecurityIdentity caller;

    RecordAgreement(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            SuggestDuplicates duplicates,
            CheckLedger check,
            SettleAgreement settle,
            InstantSource clock,
            SecurityIdentity caller) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.duplicates = duplicates;
        this.check = check;
        this.settle = settle;
        this.clock = clock;
        this.caller = caller;
    }

    AgreementView register(AgreementForm form) {
        form.check();
        var added = new ArrayList<Organization>();
        var known = organizations(form, added::addAll);
        var recording = recording();
        var agreement = new Agreement(form, known, recording.at());
        var made = Registration.of(agreement, form, known, recording, check);
        var promised = made.promised();
        settle.settle(agreement, new Ledger(List.of()), made.ledger(), known, promised, recording);
        agreements.persist(agreement);
        commitments.persist(promised);
        return view(agreement, known, promised, duplicates.of(added, known));
    }

    AgreementView redraft(Agreement agreement, AgreementForm form) {
        form.check();
        if (!Signature.acts(form.signatures()).equals(Signature.acts(agreement.signatures))) {
            throw new RuleViolated("a signature is recorded by itself, below /signatures, and then stays");
        }
        var known = organizations(form, _ -> {});
        var recording = recording();
        var ledger = ledgers.of(agreement.id);
        var kept = keep(commitments.of(agreement.id), form.commitments());
        agreement.redraft(form, known, recording.at());
        var more = Registration.promise(agreement, others(kept, form.commitments()));
        var promised = Stream.concat(kept.stream(), more.stream()).toList();
        settle.settle(agreement, ledger, List.of(), known, promised, recording);
        commitments.persist(more);
        return view(agreement, known, promised);
    }

    AgreementView sign(Agreement agreement, Signature signature) {
        if (!agreement.codes().contains(signature.party())) {
            throw new InvalidRequest("party", "is not the code of a party of this agreement");
        }
        return enter(agreement, (ledger, known, recording) -> agreement.sign(signature, recording));
    }

    AgreementView enter(Agreement agreement, LegalEventForm event) {
        var violations = event.violations("", agreement.codes(), agreement.areasToName());
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return enter(agreement, (ledger, known, recording) -> {
            var line = LegalEvent.of(agreement.id, event, recording);
            check.added(agreement, ledger, line, known, recording);
            return line;
        });
    }

    AgreementView correct(Agreement agreement, UUID wrong, Correction correction) {
        return enter(agreement, (ledger, known, recording) -> {
            var line = ledger.lines().stream()
                    .filter(event -> event.id.equals(wrong))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("legal event"));
            return check.corrected(agreement, ledger, line, correction, known, recording);
        });
    }

    /** What is to be added to a ledger. */
    private interface Addition {
        LegalEvent to(Ledger ledger, List<Organization> known, LegalEvent.Recording recording);
    }

    /** Everything is read before anything is changed, so that the change is one version. */
    private AgreementView enter(Agreement agreement, Addition addition) {
        var recording = recording();
        var ledger = ledgers.of(agreement.id);
        var known = organizations(agreement);
        var promised = commitments.lockOf(List.of(agreement.id));
        var line = addition.to(ledger, known, recording);
        settle.settle(agreement, ledger, List.of(line), known, promised, recording);
        return view(agreement, known, promised);
    }

    /** Those of a draft that its new form has too; the others go, before new ones come under their codes. */
    private List<Commitment> keep(List<Commitment> promised, List<CommitmentForm> forms) {
        var kept = new ArrayList<Commitment>();
        for (var commitment : promised) {
            if (forms.contains(commitment.form())) {
                kept.add(commitment);
            } else {
                commitments.delete(commitment);
            }
        }
        commitments.flush();
        return kept;
    }

    private static List<CommitmentForm> others(List<Commitment> kept, List<CommitmentForm> forms) {
        var known = kept.stream().map(Commitment::form).toList();
        return forms.stream().filter(form -> !known.contains(form)).toList();
    }

    private LegalEvent.Recording recording() {
        return new LegalEvent.Recording(clock.instant(), caller.getPrincipal().getName());
    }

    private List<Organization> organizations(AgreementForm form, Consumer<Collection<Organization>> adding) {
        var found = organizations.resolve(
                form.parties().stream().map(PartyForm::organization).toList(), adding);
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

    @Transactional(SUPPORTS)
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
        return view(agreement, known, promised, List.of());
    }

    private AgreementView view(
            Agreement agreement, List<Organization> known, List<Commitment> promised, List<LikelyDuplicates> toCheck) {
        keep(agreement);
        return AgreementView.of(
                agreement,
                known,
                promised.stream()
                        .map(Commitment::state)
                        .sorted(comparing(CommitmentState::code))
                        .toList(),
                toCheck);
    }

    /** Whether a reference is taken, the database says: who asks before is told too early, and asks once more than needed. */
    private void keep(Agreement agreement) {
        try {
            agreements.flush();
        } catch (ConstraintViolationException e) {
            if ("agreement_reference".equals(e.getConstraintName())) {
                throw new RuleViolated("the reference %s is taken".formatted(agreement.reference));
            }
            throw e;
        }
    }
}
