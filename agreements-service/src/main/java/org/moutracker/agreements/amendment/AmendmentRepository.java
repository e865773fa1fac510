package org.moutracker.agreements.amendment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.platform.problem.NotFound;

/** The amendments; whoever changes one has locked its agreement. */
@ApplicationScoped
class AmendmentRepository implements PanacheRepositoryBase<Amendment, UUID> {

    Amendment get(UUID agreementId, int number) {
        return find("agreementId = ?1 and number = ?2", agreementId, number)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("amendment"));
    }

    int last(UUID agreementId) {
        return find("agreementId = ?1 order by number desc", agreementId)
                .firstResultOptional()
                .map(amendment -> amendment.number)
                .orElse(0);
    }

    List<Amendment> page(UUID agreementId, long after, int rows) {
        return find("agreementId = ?1 and number > ?2 order by number", agreementId, after)
                .page(0, rows)
                .list();
    }

    /** Those that only wait for their day, in the order in which they take effect. */
    List<Amendment> agreed(Collection<UUID> agreements) {
        return list(
                "agreementId in ?1 and status = ?2 and effectiveOn is not null order by agreementId, effectiveOn, number",
                agreements,
                AmendmentStatus.AGREED);
    }

    Optional<LocalDate> next(UUID agreement) {
        return agreed(List.of(agreement)).stream().findFirst().map(amendment -> amendment.effectiveOn);
    }
}
