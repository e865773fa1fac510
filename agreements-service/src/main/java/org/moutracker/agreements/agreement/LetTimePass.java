package org.moutracker.agreements.agreement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.moutracker.agreements.commitment.CommitmentRepository;
import org.moutracker.agreements.organization.Organization;
import org.moutracker.agreements.organization.Organizations;
import org.moutracker.platform.time.Loop;

/**
 * The engine: lets agreements enter into force, renew themselves, expire and end as soon as their instant has come. One
 * statement claims those whose turn it is, so that replicas share the work and none does it twice; what is later costs
 * nothing, however much of it there is. Lines, events and the next instant are written in the claim's transaction.
 */
@ApplicationScoped
class LetTimePass {

    // An agreement brings its ledger and its commitments along, so fewer than of deadlines.
    private static final int BATCH = 100;
    private static final Duration IDLE = Duration.ofMillis(100);

    private static final String CLAIM = """
            SELECT * FROM agreement WHERE next_transition_at <= :now
            ORDER BY next_transition_at LIMIT :batch FOR UPDATE SKIP LOCKED
            """;

    private final Session database;
    private final LedgerRepository ledgers;
    private final CommitmentRepository commitments;
    private final Organizations organizations;
    private final SettleAgreement settle;
    private final InstantSource clock;
    private @Nullable Loop loop;

    LetTimePass(
            Session database,
            LedgerRepository ledgers,
            CommitmentRepository commitments,
            Organizations organizations,
            SettleAgreement settle,
            InstantSource clock) {
        this.database = database;
        this.ledgers = ledgers;
        this.commitments = commitments;
        this.organizations = organizations;
        this.settle = settle;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start(
                "agreements-time", IDLE, () -> QuarkusTransaction.requiringNew().call(this::pass));
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.close();
        }
    }

    /** One round; true when there may be more to do. */
    boolean pass() {
        var recording = new LegalEvent.Recording(clock.instant(), "").bySystem();
        var claimed = database.createNativeQuery(CLAIM, Agreement.class)
                .setParameter("now", recording.at())
                .setParameter("batch", BATCH)
                .getResultList();
        if (claimed.isEmpty()) {
            return false;
        }
        var ids = claimed.stream().map(agreement -> agreement.id).toList();
        var lines = ledgers.of(ids);
        var promised = commitments.lockOf(ids).stream().collect(groupingBy(CommitmentRepository::agreementOf));
        var known = organizations
                .find(claimed.stream()
                        .flatMap(agreement -> agreement.parties.stream())
                        .map(Party::organizationId)
                        .distinct()
                        .toList())
                .values()
                .stream()
                .collect(toMap(Organization::id, identity()));
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
        return true;
    }
}
