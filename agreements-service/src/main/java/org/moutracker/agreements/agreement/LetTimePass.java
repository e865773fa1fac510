package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.due.DueRows;
import org.moutracker.platform.due.DueWork;

/**
 * The engine: lets agreements enter into force, renew themselves, expire and end as soon as their instant has come. Lines,
 * events and the next instant are written in the claim's transaction. Of a very old agreement so much may be owed that
 * one transaction should not hold it: then it stays due, and the next claim goes on.
 */
@ApplicationScoped
class LetTimePass implements DueWork<UUID> {

    private static final DueRows ROWS =
            new DueRows("agreement", "id", "next_transition_at", "next_transition_at IS NOT NULL", "id");

    private final AgreementRepository agreements;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final SettleAgreement settle;
    private final DueAmendments amendments;

    LetTimePass(
            AgreementRepository agreements,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            SettleAgreement settle,
            DueAmendments amendments) {
        this.agreements = agreements;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.settle = settle;
        this.amendments = amendments;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public DueRows rows() {
        return ROWS;
    }

    @Override
    public UUID read(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    @Override
    public void handle(List<UUID> ids, Instant now) {
        amendments.takeEffect(ids, now);
        var recording = new LegalEvent.Recording(now, "").bySystem();
        var claimed = agreements.list("id in ?1 order by id", ids);
        var lines = ledgers.of(ids);
        var promised = commitments.lockOf(ids).stream().collect(groupingBy(CommitmentRepository::agreementOf));
        var known = organizations.find(claimed.stream()
                .flatMap(agreement -> agreement.parties.stream())
                .map(Party::organizationId)
                .distinct()
                .toList());
        for (var agreement : claimed) {
            settle.settle(
                    agreement,
                    lines.getOrDefault(agreement.id, new Ledger(List.of())),
                    List.of(),
                    agreement.parties.stream()
                            .map(party -> Objects.requireNonNull(known.get(party.organizationId())))
                            .toList(),
                    promised.getOrDefault(agreement.id, List.of()),
                    recording);
        }
    }
}
