package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ledgers of legal events. */
@ApplicationScoped
class LedgerRepository implements PanacheRepositoryBase<LegalEvent, UUID> {

    /** The whole ledger of an agreement, in the order of recording. */
    Ledger of(UUID agreementId) {
        return new Ledger(list("agreementId = ?1 order by id", agreementId));
    }

    /** Those of several agreements; of one that has none yet there is none here. */
    Map<UUID, Ledger> of(Collection<UUID> agreementIds) {
        return find("agreementId in ?1 order by id", agreementIds).stream()
                .collect(groupingBy(line -> line.agreementId, collectingAndThen(toList(), Ledger::new)));
    }

    List<LegalEvent> page(UUID agreementId, UUID after, int rows) {
        return find("agreementId = ?1 and id > ?2 order by id", agreementId, after)
                .page(0, rows)
                .list();
    }

    /** What occurred last of what was recorded until then, on a day that is known and not by a rule alone. */
    Optional<LegalEvent> latest(UUID agreementId, Instant then) {
        return find(
                        "from LegalEvent line where agreementId = ?1 and recordedAt <= ?2 and derived = false"
                                + " and corrects is null and length(occurredOn) = 10 and not exists"
                                + " (select 1 from LegalEvent other where other.corrects = line.id and other.voids = true)"
                                + " order by occurredOn desc, id desc",
                        agreementId,
                        then)
                .page(0, 1)
                .firstResultOptional();
    }
}
