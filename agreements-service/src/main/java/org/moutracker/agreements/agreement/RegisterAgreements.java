package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.agreement.LegalEvent.Recording;
import org.moutracker.agreements.agreement.SettleAgreement.Followed;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.OrganizationForm;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;
import org.moutracker.platform.problem.InvalidRequest;
import org.moutracker.platform.problem.RuleViolated;
import org.moutracker.platform.problem.Violation;

/**
 * Registers agreements that are taken over from elsewhere, many at once and by the same rules as one. Each is kept whole,
 * with its ledger, commitments and events, or not at all; one that a rule forbids keeps no other from being kept.
 */
@ApplicationScoped
public class RegisterAgreements {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final CheckLedger check;
    private final Outbox outbox;
    private final InstantSource clock;

    RegisterAgreements(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            CheckLedger check,
            Outbox outbox,
            InstantSource clock) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.check = check;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What registering one would come to.
     *
     * @param violations what is wrong with it; empty when nothing is
     * @param organizations those behind its parties, sorted; one that is not known yet has an id by its description
     * @param day the first day on which it can have been signed
     */
    public record Examined(List<Violation> violations, List<UUID> organizations, LocalDate day) {}

    /** Says of each what would become of it, and keeps nothing. */
    public List<Examined> examine(List<AgreementForm> forms, String who) {
        return each(forms, who, organizations::imagine).stream()
                .map(one -> new Examined(
                        one.violations(),
                        one.made() == null ? List.of() : one.made().agreement().organizationIds(),
                        one.made() == null ? LocalDate.EPOCH : one.made().agreement().listing.signedSort))
                .toList();
    }

    /**
     * What became of one.
     *
     * @param id null when it was not registered
     */
    public record Registered(@Nullable UUID id, List<Violation> violations) {}

    /** Registers those that nothing is wrong with, in the caller's transaction and in few statements. */
    @Transactional(MANDATORY)
    public List<Registered> register(List<AgreementForm> forms, String who) {
        var each = each(forms, who, organizations::resolve);
        var made = each.stream()
                .map(Each::made)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
        agreements.persist(made.stream().map(Made::agreement));
        ledgers.persist(made.stream().flatMap(one -> one.ledger().stream()));
        commitments.persist(made.stream().flatMap(one -> one.promised().stream()));
        agreements.flush();
        outbox.publish(
                made.stream().<Event>flatMap(one -> one.events().stream()).toList());
        return each.stream()
                .map(one ->
                        new Registered(one.made() == null ? null : one.made().agreement().id, one.violations()))
                .toList();
    }

    private record Made(Agreement agreement, List<LegalEvent> ledger, List<Commitment> promised, List<Event> events) {}

    private record Each(@Nullable Made made, List<Violation> violations) {

        static Each wrong(List<Violation> violations) {
            return new Each(null, violations);
        }
    }

    private List<Each> each(
            List<AgreementForm> forms,
            String who,
            Function<List<OrganizationForm>, List<Optional<Organization>>> finding) {
        var wrong = forms.stream().map(RegisterAgreements::violations).toList();
        var wanted = new ArrayList<OrganizationForm>();
        for (var i = 0; i < forms.size(); i++) {
            if (wrong.get(i).isEmpty()) {
                forms.get(i).parties().forEach(party -> wanted.add(party.organization()));
            }
        }
        var found = finding.apply(wanted).iterator();
        var recording = new Recording(clock.instant(), who);
        var each = new ArrayList<Each>();
        for (var i = 0; i < forms.size(); i++) {
            if (wrong.get(i).isEmpty()) {
                var parties = new ArrayList<Optional<Organization>>();
                forms.get(i).parties().forEach(_ -> parties.add(found.next()));
                each.add(one(forms.get(i), parties, recording));
            } else {
                each.add(Each.wrong(wrong.get(i)));
            }
        }
        return each;
    }

    private static List<Violation> violations(AgreementForm form) {
        try {
            form.check();
            return List.of();
        } catch (InvalidRequest e) {
            return e.violations();
        }
    }

    private Each one(AgreementForm form, List<Optional<Organization>> parties, Recording recording) {
        var unknown = new ArrayList<Violation>();
        for (var i = 0; i < parties.size(); i++) {
            if (parties.get(i).isEmpty()) {
                unknown.add(new Violation("parties[" + i + "].organization.id", "is not known"));
            }
        }
        if (!unknown.isEmpty()) {
            return Each.wrong(unknown);
        }
        try {
            return new Each(
                    make(form, parties.stream().map(Optional::orElseThrow).toList(), recording), List.of());
        } catch (InvalidRequest e) {
            return Each.wrong(e.violations());
        } catch (RuleViolated e) {
            return Each.wrong(List.of(new Violation("", String.valueOf(e.getMessage()))));
        }
    }

    private Made make(AgreementForm form, List<Organization> known, Recording recording) {
        var agreement = Agreement.imported(form, known, recording.at());
        var registration = Registration.of(agreement, form, known, recording, check);
        Followed followed = SettleAgreement.follow(
                agreement, new Ledger(List.of()), registration.ledger(), known, registration.promised(), recording);
        var ledger = new ArrayList<>(registration.ledger());
        ledger.addAll(followed.lines());
        return new Made(agreement, ledger, registration.promised(), followed.events());
    }
}
