package org.moutracker.agreements.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.NotFound;

/** The documents; what somebody may not see is not there for him. */
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {

    /** What a list is to show. */
    record Filter(@Nullable DocumentRole role, @Nullable String language, boolean voided) {}

    Document get(UUID id, Viewpoint viewer) {
        return findByIdOptional(id).filter(viewer::sees).orElseThrow(() -> new NotFound("document"));
    }

    /** Locks one and reads it anew. */
    void lock(Document document) {
        try {
            getEntityManager().refresh(document, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException gone) {
            throw new NotFound("document");
        }
    }

    /** Counts up the version of one that is locked: something beside it has changed. */
    void touch(Document document) {
        getEntityManager().lock(document, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Whether another document of the agreement decides. Whoever asks has locked the agreement. */
    boolean isDecided(UUID agreement) {
        return count("agreementId = ?1 and prevailing and voidedAt is null and replacedBy is null", agreement) > 0;
    }

    List<Document> page(UUID agreement, Filter filter, Viewpoint viewer, UUID after, int rows) {
        var where = new ArrayList<>(List.of("agreementId = :agreement", "id > :after"));
        var values = new HashMap<String, Object>();
        values.put("agreement", agreement);
        values.put("after", after);
        if (filter.role() != null) {
            where.add("role = :role");
            values.put("role", filter.role());
        }
        if (filter.language() != null) {
            where.add("(language = :language or language like :regional)");
            values.put("language", filter.language());
            values.put("regional", filter.language() + "-%");
        }
        if (!filter.voided()) {
            where.add("voidedAt is null");
        }
        viewer.narrow(where, values);
        return find(String.join(" and ", where) + " order by id", values)
                .page(0, rows)
                .list();
    }
}
