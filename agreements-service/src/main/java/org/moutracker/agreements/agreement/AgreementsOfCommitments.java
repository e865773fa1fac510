package org.moutracker.agreements.agreement;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.life.SuspensionPeriod;
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
     * @param zones the zones of every side
     * @param suspensions when it was suspended, as a whole or in some areas
     * @param today the day that has begun for all parties
     */
    public record Ground(
            String reference,
            boolean told,
            Map<String, String> sides,
            @Nullable LocalDate signed,
            Map<String, Set<ZoneId>> zones,
            List<SuspensionPeriod> suspensions,
            LocalDate today) {}

    /** Locks one, before its commitments. */
    @Transactional(MANDATORY)
    public Ground lock(UUID id, Instant now) {
        var agreement = agreements.lock(id);
        var known = organizations.find(
                agreement.parties.stream().map(Party::organizationId).toList());
        var sides = agreement.terms().sides();
        var zones = agreement.parties.stream()
                .collect(groupingBy(
                        party -> requireNonNull(sides.get(party.code())),
                        mapping(
                                party -> ZoneId.of(requireNonNull(known.get(party.organizationId()))
                                        .zone()),
                                toSet())));
        return new Ground(
                agreement.reference,
                agreement.isTold(),
                sides,
                Optional.ofNullable(agreement.facts.get(AnchorEvent.SIGNATURE))
                        .flatMap(day -> day.earliest())
                        .orElse(null),
                zones,
                agreement.standing.suspensions(),
                Zones.of(List.copyOf(known.values())).today(now));
    }

    /** The side of every party, by its code, of each of some agreements that are locked. */
    @Transactional(MANDATORY)
    public Map<UUID, Map<String, String>> sides(Collection<UUID> ids) {
        return agreements.list("id in ?1", ids).stream().collect(toMap(agreement -> agreement.id, agreement -> agreement
                .terms()
                .sides()));
    }
}
