package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentForm;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.life.Life;
import org.moutracker.agreements.life.Standing;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.messaging.Event;
import org.moutracker.platform.messaging.Outbox;

/** What amendments do to an agreement, its ledger and its commitments; and what they need to know of it. */
@ApplicationScoped
public class AmendAgreement {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final SettleAgreement settle;
    private final Outbox outbox;

    AmendAgreement(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            SettleAgreement settle,
            Outbox outbox) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.settle = settle;
        this.outbox = outbox;
    }

    /**
     * An agreement as an amendment finds it.
     *
     * @param told whether it is signed, so that it can be amended
     * @param sides the side of every party, by the party's code
     * @param today the day that has begun for all parties
     */
    public record Ground(
            UUID id,
            String reference,
            boolean told,
            Standing standing,
            Map<String, String> sides,
            AgreementForm form,
            LocalDate today) {}

    /** Reads one. */
    public Ground read(UUID id, Instant now) {
        return ground(agreements.get(id), now);
    }

    /** Locks one, before its amendments. */
    @Transactional(MANDATORY)
    public Ground lock(UUID id, Instant now) {
        return ground(agreements.lock(id), now);
    }

    private Ground ground(Agreement agreement, Instant now) {
        return new Ground(
                agreement.id,
                agreement.reference,
                agreement.isTold(),
                agreement.standing,
                agreement.terms().sides(),
                agreement.form(commitments.of(agreement.id).stream()
                        .map(Commitment::form)
                        .toList()),
                zones(agreement).today(now));
    }

    private Zones zones(Agreement agreement) {
        return Zones.of(known(agreement));
    }

    private List<Organization> known(Agreement agreement) {
        return List.copyOf(organizations
                .find(agreement.parties.stream().map(Party::organizationId).toList())
                .values());
    }

    /** Whether nothing was left to amend on a day, as the terms were before. */
    public boolean isOver(UUID id, LocalDate day) {
        var agreement = agreements.get(id);
        return Life.of(agreement.terms(), ledgers.of(id).recorded(), day)
                .standing()
                .status()
                .isOver();
    }

    /**
     * Where it would stand on a day, with other terms; with its own when there are none.
     *
     * @param from from when they hold; null when they always have
     */
    public Standing suppose(UUID id, @Nullable AgreementForm other, @Nullable LocalDate from, LocalDate day) {
        var agreement = agreements.get(id);
        var terms = other == null ? agreement.terms() : agreement.terms(other.entryIntoForce(), other.term(), from);
        return Life.of(terms, ledgers.of(id).recorded(), day).standing();
    }

    /** Until when nothing is to be done about its amendments. */
    @Transactional(MANDATORY)
    public void await(UUID id, @Nullable LocalDate next) {
        var agreement = agreements.get(id);
        agreement.awaitAmendment(next, next == null ? null : zones(agreement).startOf(next));
    }

    /** Gives a locked agreement the form that an amendment makes of it; the form was checked before. */
    @Transactional(MANDATORY)
    public void amend(UUID id, AgreementForm form, AppliedAmendment amendment, Instant now) {
        var recording = new LegalEvent.Recording(now, "").bySystem();
        var agreement = agreements.get(id);
        var ledger = ledgers.of(id);
        var known = known(agreement);
        var promised = commitments.lockOf(List.of(id));
        agreement.amend(form, known, amendment, now);
        var line = LegalEvent.amended(id, amendment, recording);
        settle.settle(agreement, ledger, List.of(line), known, promised, recording);
        agreements.flush();
        amend(agreement, promised, form.commitments(), amendment.number());
        agreements.flush();
    }

    private void amend(Agreement agreement, List<Commitment> promised, List<CommitmentForm> forms, int amendment) {
        var before = promised.stream().collect(toMap(one -> one.form().code(), identity(), (a, _) -> a, TreeMap::new));
        var events = new ArrayList<Event>();
        var added = new ArrayList<Commitment>();
        for (var form : forms) {
            var commitment = before.remove(form.code());
            if (commitment == null) {
                var one = new Commitment(agreement.id, form, amendment);
                added.add(one);
                events.add(one.open());
                one.follow(agreement.standing, agreement.survival).ifPresent(events::add);
            } else {
                commitment
                        .amend(form, agreement.standing, agreement.survival, amendment)
                        .ifPresent(events::add);
            }
        }
        before.values().forEach(commitment -> commitment.drop(amendment).ifPresent(events::add));
        commitments.persist(added);
        if (promised.stream().anyMatch(Commitment::isWaitingForSilence)) {
            commitments.noteSilence(List.of(agreement.id));
        }
        outbox.publish(events);
    }
}
