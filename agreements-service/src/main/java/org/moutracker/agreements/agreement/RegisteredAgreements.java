package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.Commitment;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.life.Line;
import org.moutracker.agreements.organization.Organizations;

/** What the register says of an agreement, for whoever holds it against what others say. */
@ApplicationScoped
public class RegisteredAgreements {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;

    RegisteredAgreements(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
    }

    /**
     * An agreement as it is registered.
     *
     * @param organizations the name of every party's organization, by the party's code
     * @param recorded the lines of its ledger that callers recorded, as they stand after all corrections
     */
    public record Registered(
            AgreementForm form,
            Map<String, String> organizations,
            @Nullable LocalDate enteredIntoForceOn,
            List<Line> recorded) {}

    public Registered get(UUID id) {
        var agreement = agreements.get(id);
        return new Registered(
                agreement.form(commitments.of(id).stream().map(Commitment::form).toList()),
                names(agreement),
                agreement.enteredIntoForceOn,
                ledgers.of(id).recorded());
    }

    private Map<String, String> names(Agreement agreement) {
        var known = organizations.find(
                agreement.parties.stream().map(Party::organizationId).toList());
        return agreement.parties.stream()
                .collect(toMap(Party::code, party -> Objects.requireNonNull(known.get(party.organizationId()))
                        .name()));
    }
}
