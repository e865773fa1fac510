package org.moutracker.agreements.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.agreements.life.LegalEventType;

/** What an agreement has to say to those who want to know what has become of it. */
@ApplicationScoped
public class FollowedAgreements {

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;

    FollowedAgreements(AgreementRepository agreements, LedgerRepository ledgers) {
        this.agreements = agreements;
        this.ledgers = ledgers;
    }

    /**
     * An agreement as it stands now.
     *
     * @param sides the side of every party, by the party's code
     */
    public record Followed(
            UUID id,
            String reference,
            Map<String, String> title,
            AgreementStatus status,
            Map<String, String> sides,
            Instant registeredAt) {}

    /** The latest thing that somebody recorded of an agreement's life. */
    public record LegalActivity(LegalEventType type, LocalDate on) {}

    public Followed get(UUID id) {
        var agreement = agreements.get(id);
        return new Followed(
                agreement.id,
                agreement.reference,
                agreement.title,
                agreement.status,
                agreement.terms().sides(),
                agreement.registeredAt);
    }

    /** Of what was known then and has a full day. */
    public Optional<LegalActivity> lastActivity(UUID id, Instant then) {
        return ledgers.latest(id, then).map(line -> new LegalActivity(line.type, line.derivedOn()));
    }
}
