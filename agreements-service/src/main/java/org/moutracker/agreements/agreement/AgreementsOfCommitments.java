package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.timerules.AnchorEvent;

/** What an agreement has to say to those who report on its commitments. */
@ApplicationScoped
public class AgreementsOfCommitments {

    private final AgreementRepository agreements;
    private final Organizations organizations;

    AgreementsOfCommitments(AgreementRepository agreements, Organizations organizations) {
        this.agreements = agreements;
        this.organizations = organizations;
    }

    /**
     * An agreement as a report finds it.
     *
     * @param told whether it is signed, so that it binds anybody
     * @param sides the side of every party, by the party's code
     * @param signed the first day on which it can have been signed by all, as far as that is known
     * @param today the day that has begun for all parties
     */
    public record Ground(
            String reference,
            boolean told,
            Map<String, String> sides,
            @Nullable LocalDate signed,
            LocalDate today) {}

    /** Locks one, before its commitments. */
    @Transactional(MANDATORY)
    public Ground lock(UUID id, Instant now) {
        var agreement = agreements.lock(id);
        var known = organizations
                .find(agreement.parties.stream().map(Party::organizationId).toList())
                .values();
        return new Ground(
                agreement.reference,
                agreement.isTold(),
                agreement.terms().sides(),
                Optional.ofNullable(agreement.facts.get(AnchorEvent.SIGNATURE))
                        .flatMap(day -> day.earliest())
                        .orElse(null),
                Zones.of(List.copyOf(known)).today(now));
    }
}
