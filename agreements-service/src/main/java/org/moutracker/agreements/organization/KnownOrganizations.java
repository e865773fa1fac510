package org.moutracker.agreements.organization;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.moutracker.platform.problem.NotFound;
import org.moutracker.platform.problem.RuleViolated;

/** The organizations, one by one, for what becomes of them. */
@ApplicationScoped
class KnownOrganizations implements PanacheRepositoryBase<KnownOrganization, UUID> {

    // Whatever number, as long as nobody else in this database uses it.
    private static final long LINEAGE = 7_310_001;

    KnownOrganization get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("organization"));
    }

    boolean isKnown(UUID id) {
        return count("id", id) > 0;
    }

    /** What one is merged into, without loading what is not locked yet. */
    Optional<UUID> mergedInto(UUID id) {
        return find("select mergedInto from KnownOrganization where id = ?1 and mergedInto is not null", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    @Transactional(MANDATORY)
    KnownOrganization lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("organization"));
    }

    /** Writes what is new; refuses what somebody else has described alike in the same moment. */
    @Transactional(MANDATORY)
    void write() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            throw new RuleViolated("another organization has just got this name, country, kind, zone and calendar");
        }
    }

    /** Lets one change at a time who is whom: rows alone do not show that several changes make a circle. */
    @Transactional(MANDATORY)
    void lockLineage() {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:key)")
                .setParameter("key", LINEAGE)
                .getSingleResult();
    }
}
