package org.moutracker.agreements.agreement;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.moutracker.agreements.life.AgreementStatus;
import org.moutracker.platform.problem.NotFound;

/** The agreements. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {

    Agreement get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("agreement"));
    }

    /** For a change, so that what time causes at that moment waits for it. */
    Agreement lock(UUID id) {
        var agreement = lockVoidToo(id);
        agreement.requireStands();
        return agreement;
    }

    /** The same for one that may have been registered by mistake, with which nothing else can be done. */
    Agreement lockVoidToo(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("agreement"));
    }

    /** Several, always in the same order. */
    Map<UUID, Agreement> lockAll(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                .collect(toMap(agreement -> agreement.id, agreement -> agreement));
    }

    /** Into which one another was merged, without reading it: both are locked in their order. */
    Optional<UUID> mergedInto(UUID id) {
        return getEntityManager()
                .createQuery("select mistake.mergedInto from Agreement where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean isTaken(String reference) {
        return count("reference = ?1 and status <> ?2", reference, AgreementStatus.VOIDED) > 0;
    }
}
